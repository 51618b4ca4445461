import Assessment
import Profiling

extension FairnessSettings {
  /// What the configuration of a model says about comparing groups.
  init(_ model: Configuration.Model) {
    self.init(
      attributes: model.protected.map {
        ProtectedAttribute(attributes: $0.attributes, privileged: $0.privilegedValues)
      },
      favourable: model.task == .regression ? nil : model.favourable.map(ClassName.canonical))
  }
}
