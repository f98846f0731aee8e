// Trains the models that the product ships; each subcommand is a file of its own.
let arguments = Array(CommandLine.arguments.dropFirst())
switch arguments.first {
case "entities": trainEntities(Array(arguments.dropFirst()))
case "east-asian-entities": trainEastAsianEntities(Array(arguments.dropFirst()))
case "part-of-speech": try trainPartOfSpeech(Array(arguments.dropFirst()))
case "words": try trainWords(Array(arguments.dropFirst()))
default:
  print(
    "usage: variorum-train entities … | east-asian-entities … | part-of-speech … | words …")
}
