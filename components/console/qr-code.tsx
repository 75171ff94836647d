import { create } from "qrcode";

/** Light modules around the code, without which no camera finds it. */
const MARGIN = 4;

/** A QR code as one path: no picture to be fetched, no style to be allowed. What it says stands in words beside it. */
export function QrCode({ text, label }: { text: string; label: string }) {
  const { size, data } = create(text, { errorCorrectionLevel: "M" }).modules;
  const dark = Array.from(data, (module, at) => (module ? `M${(at % size) + MARGIN} ${Math.floor(at / size) + MARGIN}h1v1h-1z` : "")).join("");
  const side = size + 2 * MARGIN;
  return (
    <svg className="size-52 flex-none rounded-md border border-line bg-surface" viewBox={`0 0 ${side} ${side}`} role="img" aria-label={label} shapeRendering="crispEdges">
      <path d={dark} fill="var(--color-ink)" />
    </svg>
  );
}
