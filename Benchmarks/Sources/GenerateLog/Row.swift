import Foundation

/// One prediction.
struct Row {
  let number: Int
  /// Seconds since 1970.
  let time: Int
  var floats: [Double?] = []
  var categories: [Int?] = []
  var quoted = false
  let score: Double
  let prediction: Int
  let label: Int
  /// Seconds since 1970 at which the label is known.
  let labelTime: Int
  let latency: Double
  let sex: Int
  let ageBand: Int

  /// The row with this number, of the log or, below zero, of the reference.
  init(_ number: Int, of shape: Shape) {
    self.number = number
    var random = RandomStream(seed: shape.seed, row: number)
    let span = shape.weeks * 7 * 86_400
    let inLog = number >= 0
    let place =
      shape.shuffled && inLog
      ? random.index(below: span) : inLog ? number * span / max(shape.rows, 1) : 0
    time =
      inLog ? Shape.start + place : Shape.start - 28 * 86_400 + random.index(below: 28 * 86_400)
    let shift = inLog && place >= span / 2 ? shape.drift : 0
    let signal = random.normal()
    for column in 0..<shape.floats {
      let raw = column == 0 ? signal : random.normal() + (column == 1 ? shift : 0)
      // Every fourth column has a long tail.
      let value = column % 4 == 3 ? exp(raw) : raw
      floats.append(random.uniform() < shape.missing ? nil : value)
    }
    for count in shape.categories {
      // The smaller of two draws: common and rare values, as in real columns.
      let value = min(random.index(below: count), random.index(below: count))
      categories.append(random.uniform() < shape.missing ? nil : value)
    }
    quoted = random.uniform() < shape.quoted
    score = 1 / (1 + exp(-(signal + 0.5 * random.normal())))
    prediction = score >= 0.5 ? 1 : 0
    label = random.uniform() < score ? 1 : 0
    labelTime = time + Int(-log(1 - random.uniform()) * shape.delayDays * 86_400)
    latency = exp(3 + 0.5 * random.normal())
    sex = random.index(below: 2)
    ageBand = random.index(below: 5)
  }
}
