// swift-tools-version: 6.2
import PackageDescription

/// Every target: Swift 6 mode, imports internal unless they say otherwise, `any` spelled out, no warnings.
let settings: [SwiftSetting] = [
    .enableUpcomingFeature("InternalImportsByDefault"),
    .enableUpcomingFeature("MemberImportVisibility"),
    .enableUpcomingFeature("ExistentialAny"),
    .treatAllWarnings(as: .error),
]

func library(_ name: String, _ dependencies: [Target.Dependency] = []) -> Target {
    .target(name: name, dependencies: dependencies, swiftSettings: settings)
}

func tests(of name: String, _ dependencies: [Target.Dependency] = []) -> Target {
    .testTarget(
        name: name + "Tests", dependencies: [.init(stringLiteral: name)] + dependencies, swiftSettings: settings)
}

/// What tests of several targets use.
func testSupport(_ name: String, _ dependencies: [Target.Dependency] = []) -> Target {
    .target(
        name: "Test" + name, dependencies: dependencies, path: "Tests/Support/" + name, swiftSettings: settings)
}

let grdb = Target.Dependency.product(name: "GRDB", package: "GRDB.swift")
let arguments = Target.Dependency.product(name: "ArgumentParser", package: "swift-argument-parser")
let logging = Target.Dependency.product(name: "Logging", package: "swift-log")
let crypto = Target.Dependency.product(name: "Crypto", package: "swift-crypto")
let httpTypes = Target.Dependency.product(name: "HTTPTypes", package: "swift-http-types")
let subprocess = Target.Dependency.product(name: "Subprocess", package: "swift-subprocess")
let systemPackage = Target.Dependency.product(name: "SystemPackage", package: "swift-system")
let collections = Target.Dependency.product(name: "DequeModule", package: "swift-collections")

let package = Package(
    name: "Samspil",
    products: [.executable(name: "samspil", targets: ["samspil"])],
    dependencies: [
        .package(url: "https://github.com/groue/GRDB.swift", from: "7.10.0"),
        .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.2"),
        .package(url: "https://github.com/apple/swift-log", from: "1.16.2"),
        .package(url: "https://github.com/apple/swift-crypto", from: "4.5.2"),
        .package(url: "https://github.com/apple/swift-http-types", from: "1.8.0"),
        .package(url: "https://github.com/apple/swift-collections", from: "1.6.0"),
        .package(url: "https://github.com/swiftlang/swift-subprocess", from: "1.0.2"),
        .package(url: "https://github.com/apple/swift-system", from: "1.5.0"),
    ],
    targets: [
        .systemLibrary(
            name: "CLibwebsockets", pkgConfig: "libwebsockets",
            providers: [.apt(["libwebsockets-dev", "libwebsockets-evlib-ev"])]),
        .systemLibrary(name: "CZlib", pkgConfig: "zlib", providers: [.apt(["zlib1g-dev"])]),
        .systemLibrary(name: "CMalloc"),
        .systemLibrary(name: "CEpoll", path: "Tests/Benchmarks/CEpoll"),
        library("CRDT"),
        library("SyncProtocol", ["CRDT"]),
        library("Planning"),
        library("ModelBinding", ["CRDT", "Planning"]),
        library("Facilitation", ["Planning"]),
        library("Export", ["Planning"]),
        library("Threads", [collections]),
        library("Conversion", ["Export", "Planning", "Threads", subprocess, systemPackage]),
        library("Storage", ["Planning", "Facilitation", grdb]),
        library("Transport", ["CLibwebsockets", httpTypes, collections, logging]),
        library(
            "Rooms",
            [
                "CRDT", "SyncProtocol", "ModelBinding", "Planning", "Facilitation", "Storage", "Transport", collections,
                crypto, logging,
            ]),
        library(
            "Application",
            [
                "CRDT", "ModelBinding", "Planning", "Facilitation", "Storage", "Transport", "Rooms", "Threads", crypto,
                logging,
            ]),
        library(
            "Server",
            [
                "Application", "Transport", "Rooms", "Storage", "Planning", "Facilitation", "Export", "Conversion",
                "Threads", "CRDT", "SyncProtocol", "CZlib", httpTypes, crypto, logging,
            ]),
        .executableTarget(
            name: "samspil",
            dependencies: [
                "Server", "Application", "Storage", "Planning", "Transport", "CRDT", "CMalloc", arguments, logging,
            ],
            swiftSettings: settings),
        .executableTarget(
            name: "EngineBenchmark", dependencies: ["CRDT"], path: "Tests/Benchmarks/Engine", swiftSettings: settings),
        .executableTarget(
            name: "ServerLoad", dependencies: ["CEpoll", arguments], path: "Tests/Benchmarks/Load",
            swiftSettings: settings),
        .executableTarget(
            name: "ConformanceEcho", dependencies: ["Transport", httpTypes, logging], path: "Tests/Conformance/Echo",
            swiftSettings: settings),
        .executableTarget(
            name: "PlanningBenchmark", dependencies: ["Planning"], path: "Tests/Benchmarks/Planning",
            swiftSettings: settings),
        testSupport("Seeds"),
        testSupport("Loop", ["Transport", "Rooms", logging]),
        tests(of: "CRDT", ["TestSeeds"]),
        tests(of: "SyncProtocol", ["CRDT"]),
        tests(of: "Planning", ["TestSeeds"]),
        tests(of: "ModelBinding", ["CRDT", "Planning", "TestSeeds"]),
        tests(of: "Facilitation", ["Planning", "TestSeeds"]),
        tests(of: "Export", ["Planning", "TestSeeds"]),
        tests(of: "Threads"),
        tests(of: "Conversion", ["Export", "Planning", "TestSeeds"]),
        tests(of: "Storage", ["Planning", "Facilitation", "TestSeeds", grdb]),
        tests(of: "Transport", ["TestSeeds", "TestLoop", httpTypes, logging]),
        tests(
            of: "Rooms",
            [
                "CRDT", "SyncProtocol", "Planning", "Facilitation", "Storage", "Transport", "TestSeeds", "TestLoop",
                httpTypes, logging,
            ]),
        tests(
            of: "Server",
            [
                "Application", "Rooms", "Transport", "CRDT", "SyncProtocol", "ModelBinding", "Facilitation", "Planning",
                "Storage", "Conversion", "Export", "TestLoop", httpTypes, logging,
            ]),
    ]
)
