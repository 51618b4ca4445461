/// What one field turned out to hold.
enum Reading<Value> {
  case value(Value)
  case missing
  case malformed
}
