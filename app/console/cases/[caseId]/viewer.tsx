'use client'

import { useEffect, useRef, useState, type Ref } from 'react'
import { Icon, type IconName } from '@/components/ui/icon'
import { Phrases } from '@/components/ui/phrase'
import { VIEWER } from '@/lib/copy/staff/decision'
import { MATERIAL_WORDS } from '@/lib/copy/materials'
import { useFitted } from './use-fitted'

/** One page of one paper. Width and height are of the stored picture, in pixels. */
export type Picture = { paper: string; label: string; page: number; pages: number; full: string; thumb: string; width: number; height: number }

const LARGEST = 6
const STEP = 1.25

/** Which page is shown, how large and how far turned; another page begins whole and upright. */
export function useViewing(pictures: readonly Picture[]) {
  const [{ index, zoom, turns }, set] = useState({ index: 0, zoom: 1, turns: 0 })
  const show = (wanted: number) => {
    const at = Math.max(0, Math.min(pictures.length - 1, wanted))
    if (at !== index) set({ index: at, zoom: 1, turns: 0 })
  }
  const scale = (by: number) => set((before) => ({ ...before, zoom: by === 0 ? 1 : Math.max(1 / LARGEST, Math.min(LARGEST, before.zoom * by)) }))
  return {
    index, zoom, turns, show,
    showPaper: (paper: string) => {
      if (pictures[index]?.paper !== paper) show(pictures.findIndex((one) => one.paper === paper))
    },
    deeds: {
      before: () => show(index - 1),
      after: () => show(index + 1),
      larger: () => scale(STEP),
      smaller: () => scale(1 / STEP),
      whole: () => scale(0),
      turn: () => set((before) => ({ ...before, turns: before.turns - 1 })),
    },
  }
}

type Props = { ref: Ref<HTMLElement>; pictures: readonly Picture[]; ticked: ReadonlySet<string>; viewing: ReturnType<typeof useViewing>; onFullScreen: () => void }

/** The papers of a case, one page large and all of them along the foot. Without script the strip leads to each picture. */
export function Viewer({ ref, pictures, ticked, viewing, onFullScreen }: Props) {
  const { index, zoom, turns, show, deeds } = viewing
  const picture = pictures[index]
  const percent = Math.round(zoom * 100)
  return (
    <section ref={ref} className="viewer" aria-label={VIEWER.label}>
      <div className="viewer-bar">
        <p className="line-clamp-2" aria-live="polite">{picture ? <><Phrases text={titleOf(picture)} /> <span className="num whitespace-nowrap">{index + 1} / {pictures.length}</span></> : VIEWER.empty}</p>
        {picture && (
          <>
            <Tool icon="zoom-out" label={VIEWER.smaller} onPress={deeds.smaller} />
            <button className="tool" type="button" aria-label={VIEWER.whole(percent)} onClick={deeds.whole}>{percent}%</button>
            <Tool icon="zoom-in" label={VIEWER.larger} onPress={deeds.larger} />
            <Tool icon="rotate-left" label={VIEWER.turn} onPress={deeds.turn} />
            <Tool icon="full-screen" label={VIEWER.fullScreen} onPress={onFullScreen} />
            <Tool icon="chevron-left" label={VIEWER.before} onPress={deeds.before} />
            <Tool icon="chevron-right" label={VIEWER.after} onPress={deeds.after} />
          </>
        )}
      </div>
      {picture ? <Canvas key={picture.full} picture={picture} zoom={zoom} turns={turns} /> : <div className="viewer-canvas" />}
      <div className="strip">
        {pictures.map((one, place) => <Thumb key={one.full} picture={one} current={place === index} ticked={ticked.has(one.paper)} onShow={() => show(place)} />)}
      </div>
    </section>
  )
}

function titleOf({ label, page, pages }: Picture): string {
  return pages > 1 ? `${label} ${MATERIAL_WORDS.page(page)}` : label
}

function Tool({ icon, label, onPress }: { icon: IconName; label: string; onPress: () => void }) {
  return <button className="tool" type="button" aria-label={label} onClick={onPress}><Icon name={icon} /></button>
}

/** Scrolls where the picture is larger than it; therefore the keyboard may stop here. */
function Canvas({ picture, zoom, turns }: { picture: Picture; zoom: number; turns: number }) {
  const { canvas, frame, image } = useFitted(picture, zoom, turns)
  return (
    // eslint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- a part that scrolls must be reachable without a mouse
    <div ref={canvas} className="viewer-canvas" tabIndex={0} role="group" aria-label={titleOf(picture)}>
      <div ref={frame} className="viewer-frame">
        {/* eslint-disable-next-line @next/next/no-img-element -- a family's paper goes through no optimiser, and next/image writes an inline style */}
        <img ref={image} src={picture.full} alt={titleOf(picture)} width={picture.width} height={picture.height} />
      </div>
    </div>
  )
}

function Thumb({ picture, current, ticked, onShow }: { picture: Picture; current: boolean; ticked: boolean; onShow: () => void }) {
  const link = useRef<HTMLAnchorElement>(null)
  useEffect(() => {
    if (current) link.current?.scrollIntoView({ block: 'nearest', inline: 'nearest' })
  }, [current])
  return (
    <a
      ref={link}
      href={picture.full}
      aria-current={current ? 'true' : undefined}
      onClick={(event) => {
        event.preventDefault()
        onShow()
      }}
    >
      {/* eslint-disable-next-line @next/next/no-img-element -- as above */}
      <img className="tile-thumb" src={picture.thumb} alt="" width={160} height={56} loading="lazy" />
      {ticked && <Icon name="check" />}
      <Phrases text={titleOf(picture)} />
      {ticked && <span className="sr-only">{VIEWER.checked}</span>}
    </a>
  )
}
