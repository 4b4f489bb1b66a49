/// Content that is written here.
enum LocalContent {
    case string(String)
    case embed(Value)
    case format(key: KeyIndex, value: Value)
    case values([Value])
    case binary([UInt8])
    case type(TypeKind)
}
