/** Which case a form is about, and the queue's filters, within which one goes on. */
export type Place = { caseId: string; list: string }

export function Hidden({ place: { caseId, list } }: { place: Place }) {
  return (
    <>
      <input type="hidden" name="caseId" value={caseId} />
      <input type="hidden" name="list" value={list} />
    </>
  )
}
