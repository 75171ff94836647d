'use client'

import { useRef, useState } from 'react'
import type { KeyDeeds } from './use-case-keys'

/** One page of one paper. Width and height are of the stored picture, in pixels. */
export type Picture = { paper: string; label: string; page: number; pages: number; full: string; thumb: string; width: number; height: number }

const LARGEST = 6
const STEP = 1.25
/** A key moves a picture by this part of its ground. */
const PAN = 0.25

/** Which page is shown, how large and how far turned; another page begins whole and upright. */
export function useViewing(pictures: readonly Picture[]) {
  const section = useRef<HTMLElement>(null)
  const [{ index, zoom, turns, seen }, set] = useState({ index: 0, zoom: 1, turns: 0, seen: [0] })
  const show = (wanted: number) => {
    const at = Math.max(0, Math.min(pictures.length - 1, wanted))
    if (at !== index) set({ index: at, zoom: 1, turns: 0, seen: seen.includes(at) ? seen : [...seen, at] })
  }
  const scale = (by: number) => set((before) => ({ ...before, zoom: by === 0 ? 1 : Math.max(1 / LARGEST, Math.min(LARGEST, before.zoom * by)) }))
  const pan = (across: number, down: number): boolean => {
    const ground = section.current?.querySelector('.viewer-canvas:not([hidden])')
    if (!ground || (across === 0 ? ground.scrollHeight <= ground.clientHeight : ground.scrollWidth <= ground.clientWidth)) return false
    ground.scrollBy(across * PAN * ground.clientWidth, down * PAN * ground.clientHeight)
    return true
  }
  const deeds = {
    before: () => show(index - 1),
    after: () => show(index + 1),
    larger: () => scale(STEP),
    smaller: () => scale(1 / STEP),
    whole: () => scale(0),
    turn: () => set((before) => ({ ...before, turns: before.turns - 1 })),
    'full-screen': () => void (document.fullscreenElement ? document.exitFullscreen() : section.current?.requestFullscreen()),
    up: () => pan(0, -1),
    down: () => pan(0, 1),
    left: () => pan(-1, 0),
    right: () => pan(1, 0),
  } satisfies KeyDeeds
  const showPaper = (paper: string) => {
    if (pictures[index]?.paper !== paper) show(pictures.findIndex((one) => one.paper === paper))
  }
  return { section, index, zoom, turns, seen, show, showPaper, deeds }
}
