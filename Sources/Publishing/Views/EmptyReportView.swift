/// The report of a period without any row, the same for every reader.
struct EmptyReportView: View {
  let front: FrontView
  let people: PeopleView?
  let about: AboutView
}
