import CLibXML2

/// The scalar that the name of an HTML 4 or XML entity stands for, or nil.
func namedScalar(_ name: String) -> UInt32? {
  if name == "apos" { return 0x27 }
  // The table belongs to the library and lives as long as the program.
  return unsafe name.withCString { pointer in
    unsafe pointer.withMemoryRebound(to: xmlChar.self, capacity: name.utf8.count + 1) { bytes in
      unsafe htmlEntityLookup(bytes)?.pointee.value
    }
  }
}
