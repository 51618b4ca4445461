/// What a page may load and run.
package enum PagePolicy {
  /// The content security policy of every page: nothing but the site's own files, and one script in
  /// the page itself, which is allowed by its digest.
  package static let text =
    "default-src 'none'; style-src 'self'; script-src 'self' 'sha256-\(appearanceDigest)'; "
    + "img-src 'self'; base-uri 'none'; form-action 'none'"

  /// Applies the chosen appearance before anything is painted; as a file of its own it would come
  /// too late, or hold up the page.
  package static let appearanceScript =
    "try{const t=localStorage.getItem(\"broadsheet-theme\");"
    + "if(t===\"dark\"||t===\"light\")document.documentElement.dataset.theme=t}catch{}"

  /// SHA-256 of the script in Base64; a test computes it anew.
  package static let appearanceDigest = "8rebw7tEOQpj0SpBzr6UrICE5zBpotNKSTzYrb0TO0g="
}
