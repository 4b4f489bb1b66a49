package import Application
import Crypto
import Foundation

extension StaticFiles {
    /// The bundle folder's files, read before anything is served: a deployment that replaces the folder while the
    /// server runs changes nothing until it is restarted, so a page never mixes two bundles.
    package struct Content: Sendable {
        /// By path relative to the folder, with `/` between.
        let files: [String: StaticFile]

        /// By extension. A file of any other kind is not part of the page and is not served.
        private static let types = [
            "html": "text/html; charset=utf-8", "js": "text/javascript; charset=utf-8",
            "css": "text/css; charset=utf-8", "json": "application/json", "svg": "image/svg+xml",
            "png": "image/png", "ico": "image/x-icon", "txt": "text/plain; charset=utf-8", "map": "application/json",
            "webmanifest": "application/manifest+json",
        ]

        /// - Throws: `SetupError.setting` when there is no `index.html`.
        package init(directory: String) throws(SetupError) {
            let root = URL(fileURLWithPath: directory, isDirectory: true).standardizedFileURL
            var files: [String: StaticFile] = [:]
            let paths = FileManager.default.enumerator(atPath: root.path)
            while let path = paths?.nextObject() as? String {
                guard !path.hasSuffix(".gz"), !path.hasSuffix(".br"),
                    let type = Self.types[URL(fileURLWithPath: path).pathExtension],
                    let data = try? Data(contentsOf: root.appendingPathComponent(path))
                else { continue }
                files[path] = StaticFile(
                    type: type, entityTag: Self.entityTag(of: data), isImmutable: Self.hasHash(path),
                    identity: [UInt8](data), gzip: Self.precompressed(path + ".gz", in: root),
                    brotli: Self.precompressed(path + ".br", in: root))
            }
            guard files["index.html"] != nil else {
                throw .setting(
                    name: "--web", value: directory, accepts: "a folder with the bundled page, made by `make web`")
            }
            self.files = files
        }

        private static func precompressed(_ path: String, in root: URL) -> [UInt8]? {
            (try? Data(contentsOf: root.appendingPathComponent(path))).map { [UInt8]($0) }
        }

        /// 96 bits of SHA-256 are enough to tell two files apart.
        private static func entityTag(of data: Data) -> String {
            let digest = SHA256.hash(data: data).prefix(12)
            return "\"" + digest.map { String($0, radix: 16) }.joined() + "\""
        }

        /// Whether a name reads `something-HASH.ext`, with eight characters of base 32 (RFC 4648 section 6) as esbuild
        /// writes them. Lower-case words, as in `app-manifest.json`, are no hash.
        private static func hasHash(_ path: String) -> Bool {
            let name = path.split(separator: "/").last ?? ""
            let parts = name.prefix { $0 != "." }.split(separator: "-")
            guard parts.count > 1, let hash = parts.last else { return false }
            return hash.utf8.count == 8
                && hash.utf8.allSatisfy { byte in
                    (UInt8(ascii: "A")...UInt8(ascii: "Z")).contains(byte)
                        || (UInt8(ascii: "2")...UInt8(ascii: "7")).contains(byte)
                }
        }
    }
}
