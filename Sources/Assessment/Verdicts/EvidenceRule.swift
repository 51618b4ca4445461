/// How sure a breach must be.
package enum EvidenceRule: String, CaseIterable, Sendable, Codable {
  /// A breach needs the whole interval beyond the limit; a value beyond it whose interval still
  /// reaches the limit is worth a look only.
  case interval
  /// The value alone decides.
  case point
}
