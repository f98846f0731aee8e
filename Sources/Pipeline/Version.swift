/// The version of the program, as `--version` prints it.
public let variorumVersion = "0.1.0"
