'use client'

import { useEffect, useRef } from 'react'
import { VIEWER } from '@/lib/copy/staff/decision'
import { MATERIAL_WORDS } from '@/lib/copy/materials'
import { Icon, type IconName } from '../ui/icon'
import { Phrases } from '../ui/phrase'
import { useFitted } from './use-fitted'
import type { Picture, useViewing } from './use-viewing'

type Props = { pictures: readonly Picture[]; ticked: ReadonlySet<string>; viewing: ReturnType<typeof useViewing> }

/** Papers, one page large and all of them along the foot. Without script the strip leads to each picture. */
export function Viewer({ pictures, ticked, viewing }: Props) {
  const { section, index, zoom, turns, seen, show, deeds } = viewing
  const picture = pictures[index]
  const percent = Math.round(zoom * 100)
  return (
    <section ref={section} className="viewer" aria-label={VIEWER.label}>
      <div className="viewer-bar">
        <p className="line-clamp-3" aria-live="polite">{picture ? <><Phrases text={titleOf(picture)} /> <span className="num whitespace-nowrap">{index + 1} / {pictures.length}</span></> : VIEWER.empty}</p>
        {picture && (
          <>
            <Tool icon="zoom-out" label={VIEWER.smaller} onPress={deeds.smaller} />
            <button className="tool" type="button" aria-label={VIEWER.whole(percent)} onClick={deeds.whole}>{percent}%</button>
            <Tool icon="zoom-in" label={VIEWER.larger} onPress={deeds.larger} />
            <Tool icon="rotate-left" label={VIEWER.turn} onPress={deeds.turn} />
            <Tool icon="full-screen" label={VIEWER.fullScreen} onPress={deeds['full-screen']} />
            <Tool icon="chevron-left" label={VIEWER.before} onPress={deeds.before} />
            <Tool icon="chevron-right" label={VIEWER.after} onPress={deeds.after} />
          </>
        )}
      </div>
      {!picture && <div className="viewer-canvas" />}
      {/* The next page is fetched while this one is read, and one that was seen is not fetched, nor its reading written down, once more. */}
      {pictures.map((one, place) => (place === index || place === index + 1 || seen.includes(place)) && (
        <Canvas key={one.full} picture={one} hidden={place !== index} zoom={place === index ? zoom : 1} turns={place === index ? turns : 0} />
      ))}
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
function Canvas({ picture, hidden, zoom, turns }: { picture: Picture; hidden: boolean; zoom: number; turns: number }) {
  const { canvas, frame, image } = useFitted(picture, zoom, turns)
  return (
    // eslint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- a part that scrolls must be reachable without a mouse
    <div ref={canvas} className="viewer-canvas" hidden={hidden} tabIndex={0} role="group" aria-label={titleOf(picture)}>
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
