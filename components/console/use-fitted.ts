'use client'

import { useLayoutEffect, useRef } from 'react'

/**
 * Fits a picture into the dark ground, turned by quarters and larger where it is zoomed: the frame takes the room that the
 * turned picture needs, so that all of it can be scrolled to. Sizes are set from script: the page's policy allows no styles
 * in the markup. Before that, and without script, the picture is as wide as there is room.
 */
export function useFitted({ width, height }: { width: number; height: number }, zoom: number, turns: number) {
  const canvas = useRef<HTMLDivElement>(null)
  const frame = useRef<HTMLDivElement>(null)
  const image = useRef<HTMLImageElement>(null)
  useLayoutEffect(() => {
    const [ground, room, picture] = [canvas.current, frame.current, image.current]
    if (!ground || !room || !picture) return
    const fit = () => {
      // Not shown yet: nothing to fit into.
      if (ground.clientWidth === 0) return
      const style = getComputedStyle(ground)
      const across = ground.clientWidth - parseFloat(style.paddingLeft) - parseFloat(style.paddingRight)
      const down = ground.clientHeight - parseFloat(style.paddingTop) - parseFloat(style.paddingBottom)
      const [wide, high] = turns % 2 === 0 ? [width, height] : [height, width]
      const scale = Math.min(across / wide, down / high) * zoom
      const px = (length: number) => `${Math.floor(length)}px`
      const set = (element: HTMLElement, name: string, value: string) => element.style.setProperty(name, value)
      set(room, 'width', px(wide * scale))
      set(room, 'height', px(high * scale))
      set(picture, 'width', px(width * scale))
      set(picture, 'height', px(height * scale))
      set(picture, 'transform', `translate(-50%, -50%) rotate(${turns * 90}deg)`)
      room.dataset.fitted = ''
    }
    fit()
    const watch = new ResizeObserver(fit)
    watch.observe(ground)
    return () => watch.disconnect()
  }, [width, height, zoom, turns])
  return { canvas, frame, image }
}
