export default function Page() {
  return <p>There is nothing here.</p>
}
