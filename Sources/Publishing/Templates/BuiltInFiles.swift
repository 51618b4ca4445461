/// The files that are compiled into the program, by the names they have in their folders.
///
/// The build turns each into a constant named after the file; a test compares this list with the
/// folders, so that a new file cannot be forgotten here.
enum BuiltInFiles {
  /// Templates by path inside the folder `templates`.
  static let templates: [String: String] = [
    "reports/data-scientist.md.mustache": text(PackageResources.data_scientist_md_mustache),
    "reports/data-science-manager.md.mustache": text(
      PackageResources.data_science_manager_md_mustache),
    "reports/product-manager.md.mustache": text(PackageResources.product_manager_md_mustache),
    "reports/data-engineer.md.mustache": text(PackageResources.data_engineer_md_mustache),
    "reports/compliance.md.mustache": text(PackageResources.compliance_md_mustache),
    "reports/business.md.mustache": text(PackageResources.business_md_mustache),
    "reports/empty.md.mustache": text(PackageResources.empty_md_mustache),
    "reports/revisions.md.mustache": text(PackageResources.revisions_md_mustache),
    "partials/about.md.mustache": text(PackageResources.about_md_mustache),
    "partials/about-short.md.mustache": text(PackageResources.about_short_md_mustache),
    "partials/charts.html.mustache": text(PackageResources.charts_html_mustache),
    "partials/compact.html.mustache": text(PackageResources.compact_html_mustache),
    "partials/entry.html.mustache": text(PackageResources.entry_html_mustache),
    "partials/further-trends.html.mustache": text(PackageResources.further_trends_html_mustache),
    "partials/history.html.mustache": text(PackageResources.history_html_mustache),
    "partials/report-years.html.mustache": text(PackageResources.report_years_html_mustache),
    "partials/comparison.md.mustache": text(PackageResources.comparison_md_mustache),
    "partials/fairness.md.mustache": text(PackageResources.fairness_md_mustache),
    "partials/figure.md.mustache": text(PackageResources.figure_md_mustache),
    "partials/front.md.mustache": text(PackageResources.front_md_mustache),
    "partials/meanings.md.mustache": text(PackageResources.meanings_md_mustache),
    "partials/pack-foot.md.mustache": text(PackageResources.pack_foot_md_mustache),
    "partials/pack-head.md.mustache": text(PackageResources.pack_head_md_mustache),
    "partials/pack-sections.md.mustache": text(PackageResources.pack_sections_md_mustache),
    "partials/people.md.mustache": text(PackageResources.people_md_mustache),
    "partials/section.md.mustache": text(PackageResources.section_md_mustache),
    "partials/table.md.mustache": text(PackageResources.table_md_mustache),
    "partials/status.html.mustache": text(PackageResources.status_html_mustache),
    "partials/versions.html.mustache": text(PackageResources.versions_html_mustache),
    "partials/table.html.mustache": text(PackageResources.table_html_mustache),
    "pages/audit.html.mustache": text(PackageResources.audit_html_mustache),
    "pages/not-found.html.mustache": text(PackageResources.not_found_html_mustache),
    "pages/index.html.mustache": text(PackageResources.index_html_mustache),
    "pages/layout.html.mustache": text(PackageResources.layout_html_mustache),
    "pages/methodology.html.mustache": text(PackageResources.methodology_html_mustache),
    "pages/model.html.mustache": text(PackageResources.model_html_mustache),
    "pages/pack.html.mustache": text(PackageResources.pack_html_mustache),
    "pages/report.html.mustache": text(PackageResources.report_html_mustache),
    "pages/review.html.mustache": text(PackageResources.review_html_mustache),
    "pages/reviews.html.mustache": text(PackageResources.reviews_html_mustache),
    "pages/trends.html.mustache": text(PackageResources.trends_html_mustache),
    "pages/year.html.mustache": text(PackageResources.year_html_mustache),
    "pages/revision.html.mustache": text(PackageResources.revision_html_mustache),
    "pages/role.html.mustache": text(PackageResources.role_html_mustache),
    "pages/columns.html.mustache": text(PackageResources.columns_html_mustache),
    "pages/digest.html.mustache": text(PackageResources.digest_html_mustache),
    "pages/search.html.mustache": text(PackageResources.search_html_mustache),
    "packs/bank-model-risk.md.mustache": text(PackageResources.bank_model_risk_md_mustache),
    "packs/eu-ai-act.md.mustache": text(PackageResources.eu_ai_act_md_mustache),
    "packs/four-fifths.md.mustache": text(PackageResources.four_fifths_md_mustache),
    "packs/model-card.md.mustache": text(PackageResources.model_card_md_mustache),
    "packs/nyc-local-law-144.md.mustache": text(PackageResources.nyc_local_law_144_md_mustache),
  ]

  /// Compliance packs by path inside the folder `templates`.
  static let packs: [String: String] = [
    "packs/eu-ai-act.yaml": text(PackageResources.eu_ai_act_yaml),
    "packs/four-fifths.yaml": text(PackageResources.four_fifths_yaml),
    "packs/model-card.yaml": text(PackageResources.model_card_yaml),
    "packs/nyc-local-law-144.yaml": text(PackageResources.nyc_local_law_144_yaml),
    "packs/sr-11-7.yaml": text(PackageResources.sr_11_7_yaml),
    "packs/sr-26-2.yaml": text(PackageResources.sr_26_2_yaml),
  ]

  /// Static files by path inside the folder `site`.
  static let site: [String: [UInt8]] = [
    "broadsheet.css": PackageResources.broadsheet_css,
    "broadsheet.js": PackageResources.broadsheet_js,
    "search.js": PackageResources.search_js,
    "icon.svg": PackageResources.icon_svg,
  ]

  private static func text(_ bytes: [UInt8]) -> String { String(decoding: bytes, as: UTF8.self) }
}
