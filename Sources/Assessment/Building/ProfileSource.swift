package import Profiling

/// Where the profiles of one model come from.
package protocol ProfileSource {
  /// Every arm with the days on which it has rows, ascending.
  var daysByArm: [Arm: [Day]] { get }

  /// The merged profile of one arm over some of its days.
  func profile(of arm: Arm, on days: [Day]) throws -> Profile
}
