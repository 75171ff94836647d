export function SkipLink() {
  return <a className="skip" href="#main">跳到正文</a>;
}
