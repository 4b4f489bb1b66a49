/// What is written into an array or a map: a plain value, or a shared type with what is in it from the start.
package indirect enum Input: Sendable {
    case value(Value)
    case text(String)
    case array([Input])
    case map([(String, Input)])
}
