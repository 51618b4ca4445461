package import Publishing

/// A web server whose configuration can be written.
package enum WebServer: String, CaseIterable, Sendable {
  case nginx, apache, caddy
}

/// The configuration of a web server for one edition: each reader's folder has a password file of
/// its own, and every answer carries the headers that the pages are made for.
package struct WebServerConfiguration: Sendable {
  /// Where the password files are looked for unless somebody says otherwise.
  package static let standardPasswords = "/etc/broadsheet/passwords"

  let folder: String
  let roles: [Role]
  let port: UInt16
  let passwords: String

  /// - Parameters:
  ///   - folder: Absolute folder of the site.
  ///   - roles: The readers of the edition.
  ///   - port: To listen on.
  ///   - passwords: Absolute folder of the password files.
  /// - Throws: ``AuditError`` of kind `malformed` for a path that cannot be written in quotes in all
  ///   three languages.
  package init(
    folder: String, roles: [Role], port: UInt16, passwords: String = standardPasswords
  ) throws {
    for path in [folder, passwords] {
      let isPlain = path.unicodeScalars.allSatisfy {
        $0.value >= 0x20 && !"\"\\${}#`*?[]".unicodeScalars.contains($0)
      }
      guard isPlain, path.hasPrefix("/") else {
        throw AuditError(
          .malformed, path: path,
          message: "this path cannot stand in the configuration of a server",
          advice: "use a folder whose name has none of the characters \" \\ $ { } # ` * ? [ ]")
      }
    }
    self.folder = folder
    self.roles = roles
    self.port = port
    self.passwords = passwords
  }

  package func text(for server: WebServer) -> String {
    switch server {
    case .nginx: nginx
    case .apache: apache
    case .caddy: caddy
    }
  }

  // MARK: - What all of them say

  /// What the pages themselves say, and that no other site may frame them.
  static let policy = PagePolicy.text + "; frame-ancestors 'none'"

  /// A chart that is opened by itself brings its own style.
  static let chartPolicy = "default-src 'none'; style-src 'unsafe-inline'; frame-ancestors 'none'"

  /// The file of those who may see what belongs to no single role.
  static let readers = "readers"

  /// Addresses keep their names when their content changes, so that a browser has to ask each time;
  /// and what needs a password belongs into no shared cache.
  private static let caching = "private, no-cache"

  private func introduction(_ check: String, _ passwordAdvice: String) -> String {
    let names = (roles.map(\.rawValue) + [Self.readers]).joined(separator: ", ")
    return """
      # Written by 'broadsheet serve --print-config'. Check it with: \(check)
      #
      # Each reader's folder and digest open to those in the password file of that role, all else (front
      # page, methodology, data, audit) to those in '\(Self.readers)'. All reports of a role are below its folder;
      # the data files hold the numbers of all of them.
      # Password files in \(passwords): \(names).
      # \(passwordAdvice)
      # Passwords and reports travel in clear text unless the server, or one before it, speaks TLS.

      """
  }

  // MARK: - nginx

  private var nginx: String {
    let locations = roles.map { role in
      """
        location ^~ /\(role.rawValue)/ {
          auth_basic_user_file "\(passwords)/\(role.rawValue)";
        }
        location ^~ /digest/\(role.rawValue). {
          auth_basic_user_file "\(passwords)/\(role.rawValue)";
        }

      """
    }.joined()
    return introduction(
      "nginx -t",
      "A line of one: printf 'NAME:%s\\n' \"$(openssl passwd -6)\" >> FILE")
        + """
        map $uri $broadsheet_policy {
          default "\(Self.policy)";
          ~\\.svg$ "\(Self.chartPolicy)";
        }

        server {
          listen \(port);
          root "\(folder)";
          index index.html;
          autoindex off;
          charset utf-8;
          error_page 404 /404.html;

          types {
            text/html html;
            text/css css;
            text/javascript js;
            image/svg+xml svg;
            image/png png;
            text/markdown md;
            text/csv csv;
            text/plain txt;
            message/rfc822 eml;
            application/json json;
            application/xml xml;
          }
          default_type application/octet-stream;
          charset_types text/html text/css text/javascript text/markdown text/csv text/plain;

          # A location with an add_header of its own would lose these; so none has one.
          add_header Content-Security-Policy $broadsheet_policy always;
          add_header X-Content-Type-Options nosniff always;
          add_header Referrer-Policy no-referrer always;
          add_header Cache-Control "\(Self.caching)" always;

          auth_basic "Reports";
          auth_basic_user_file "\(passwords)/\(Self.readers)";

        \(locations)  location ~ /\\. {
            return 404;
          }
        }

        """
  }

  // MARK: - Apache

  private var apache: String {
    let folders = roles.map { role in
      """
        <Directory "\(folder)/\(role.rawValue)">
          AuthUserFile "\(passwords)/\(role.rawValue)"
          Require valid-user
        </Directory>
        <Directory "\(folder)/digest">
          <Files "\(role.rawValue).*">
            AuthUserFile "\(passwords)/\(role.rawValue)"
            Require valid-user
          </Files>
        </Directory>

      """
    }.joined()
    return introduction(
      "apachectl configtest (needs the modules auth_basic, authn_file, authz_user, dir, headers, mime)",
      "A line of one: htpasswd -B FILE NAME")
        + """
        Listen \(port)
        <VirtualHost *:\(port)>
          DocumentRoot "\(folder)"
          DirectoryIndex index.html
          ErrorDocument 404 /404.html
          AddDefaultCharset utf-8
          AddType text/markdown .md
          AddType text/csv .csv
          AddType message/rfc822 .eml
          AddType image/svg+xml .svg
          # AddDefaultCharset is for text/plain and text/html alone.
          AddCharset utf-8 .css .csv .js .md

          <Directory "\(folder)">
            Options None
            AllowOverride None
            AuthType Basic
            AuthName "Reports"
            AuthBasicProvider file
            AuthUserFile "\(passwords)/\(Self.readers)"
            Require valid-user
          </Directory>
        \(folders)  <FilesMatch "^\\.">
            Require all denied
          </FilesMatch>

          Header always set Content-Security-Policy "\(Self.policy)"
          Header always set X-Content-Type-Options nosniff
          Header always set Referrer-Policy no-referrer
          Header always set Cache-Control "\(Self.caching)"
          <FilesMatch "\\.svg$">
            Header always set Content-Security-Policy "\(Self.chartPolicy)"
          </FilesMatch>
        </VirtualHost>

        """
  }

  // MARK: - Caddy

  private var caddy: String {
    let handlers = roles.map { role in
      """
        handle /\(role.rawValue)/* {
          basicauth {
            import "\(passwords)/\(role.rawValue)"
          }
          file_server
        }
        handle /digest/\(role.rawValue).* {
          basicauth {
            import "\(passwords)/\(role.rawValue)"
          }
          file_server
        }

      """
    }.joined()
    return introduction(
      "caddy validate --adapter caddyfile --config FILE",
      "A line of one: printf 'NAME %s\\n' \"$(caddy hash-password)\" >> FILE")
        + """
        :\(port) {
          root * "\(folder)"

          header {
            X-Content-Type-Options nosniff
            Referrer-Policy no-referrer
            Cache-Control "\(Self.caching)"
          }
          @charts path *.svg
          header @charts Content-Security-Policy "\(Self.chartPolicy)"
          @others not path *.svg
          header @others Content-Security-Policy "\(Self.policy)"

          @hidden path */.*
          handle @hidden {
            error 404
          }

        \(handlers)  handle {
            basicauth {
              import "\(passwords)/\(Self.readers)"
            }
            file_server
          }

          # Only for missing pages: after a refusal a file server would send the very file refused.
          handle_errors {
            @missing expression {http.error.status_code} == 404
            handle @missing {
              rewrite * /404.html
              file_server
            }
          }
        }

        """
  }
}
