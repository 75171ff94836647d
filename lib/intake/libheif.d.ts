/** The part of libheif-js that is used; its bundle brings no types of its own. */
declare module 'libheif-js/wasm-bundle' {
  type Shown = { data: Uint8ClampedArray; width: number; height: number }
  type HeifImage = {
    is_primary(): boolean
    get_width(): number
    get_height(): number
    display(into: Shown, done: (shown: Shown | null) => void): void
    free(): void
  }
  const libheif: { HeifDecoder: new () => { decode(bytes: Uint8Array): HeifImage[] } }
  export default libheif
}
