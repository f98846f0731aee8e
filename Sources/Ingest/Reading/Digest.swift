import Crypto

/// The SHA-256 of `bytes` as 64 hexadecimal digits.
public func sha256Hex(_ bytes: [UInt8]) -> String {
  var hash = SHA256()
  hash.update(data: bytes)
  let digits = Array("0123456789abcdef".utf8)
  var out: [UInt8] = []
  out.reserveCapacity(64)
  for byte in hash.finalize() {
    out.append(digits[Int(byte >> 4)])
    out.append(digits[Int(byte & 15)])
  }
  return String(decoding: out, as: UTF8.self)
}
