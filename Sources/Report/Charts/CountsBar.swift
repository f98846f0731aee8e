/// Parts of a whole in one bar, with a legend below it; each part is told by name and number too.
func countsBar(_ title: String, _ parts: [(name: String, count: Int, fill: String)]) -> HTML {
  let shown = parts.filter { $0.count > 0 }
  let total = shown.reduce(0) { $0 + $1.count }
  guard total > 0 else { return HTML() }
  var x = 0.0
  let blocks = shown.map { part -> HTML in
    let width = Double(part.count) / Double(total) * 100
    defer { x += width }
    return """
      <rect x="\(coordinate(x))%" width="\(coordinate(width))%" y="0" height="22" \
      fill="var(--\(part.fill))"/>
      """
  }
  let legend = shown.map { part -> HTML in
    "<span><i style=\"background:var(--\(part.fill))\"></i>\(part.name) \(grouped(part.count))</span>"
  }
  let sum = shown.map { "\($0.name) \(grouped($0.count))" }.joined(separator: ", ")
  return """
    <figure><svg class="chart bar" height="22" role="img" aria-label="\(title): \(sum)">\
    \(blocks)</svg><figcaption class="key">\(legend)<span class="soft">in the order of the bar\
    </span></figcaption></figure>
    """
}
