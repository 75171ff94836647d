/** What a key stands for before papers; of letters the small ones mean the same. */
const KEYS = {
  ArrowLeft: 'before',
  ArrowRight: 'after',
  ArrowUp: 'up',
  ArrowDown: 'down',
  '+': 'larger',
  '=': 'larger',
  '-': 'smaller',
  '0': 'whole',
  r: 'turn',
  f: 'full-screen',
  v: 'tick',
  a: 'approve',
  d: 'refuse',
  m: 'want',
} as const
/** A picture that is larger than its ground is moved under it. */
const WITH_SHIFT = { ArrowLeft: 'left', ArrowRight: 'right' } as const
export type KeyDeed = (typeof KEYS)[keyof typeof KEYS] | (typeof WITH_SHIFT)[keyof typeof WITH_SHIFT]

/** `button`: what on the page has the key as its `data-key`. */
export type Pressed = { deed: KeyDeed } | { tick: number } | { button: string } | 'leave-field'

export const TYPING = 'textarea, select, input:not([type="checkbox"], [type="radio"])'

/** Held down, these go on; of any other key one press is one act. */
const REPEATED: readonly KeyDeed[] = ['before', 'after', 'up', 'down', 'left', 'right', 'larger', 'smaller']

type Event = Pick<KeyboardEvent, 'key' | 'ctrlKey' | 'metaKey' | 'altKey' | 'shiftKey' | 'target' | 'isComposing' | 'repeat'>

/**
 * What a key press means here; null where it is the browser's, or somebody is typing. While typing only Ctrl+Enter sends, and
 * Esc leaves the field, so that what was typed is not lost by one key.
 */
export function readKey(event: Event): Pressed | null {
  const pressed = meantBy(event)
  const goesOn = pressed !== null && typeof pressed === 'object' && 'deed' in pressed && REPEATED.includes(pressed.deed)
  return event.repeat && !goesOn ? null : pressed
}

function meantBy({ key, ctrlKey, metaKey, altKey, shiftKey, target, isComposing }: Event): Pressed | null {
  if (isComposing || altKey) return null
  if (key === 'Enter') return ctrlKey || metaKey ? { button: 'control+enter' } : null
  if (ctrlKey || metaKey) return null
  const typing = target instanceof Element && target.closest(TYPING) !== null
  if (typing) return key === 'Escape' ? 'leave-field' : null
  if (/^[1-9]$/.test(key)) return { tick: Number(key) - 1 }
  if (key === 'Escape') return { button: 'escape' }
  // The choice between verdicts has its own arrows.
  if (key.startsWith('Arrow') && target instanceof HTMLInputElement && target.type === 'radio') return null
  if (shiftKey && has(WITH_SHIFT, key)) return { deed: WITH_SHIFT[key] }
  const known = key.length === 1 ? key.toLowerCase() : key
  if (has(KEYS, known)) return { deed: KEYS[known] }
  return /^[a-z]$/.test(known) ? { button: known } : null
}

function has<Keys extends object>(keys: Keys, key: PropertyKey): key is keyof Keys {
  return Object.hasOwn(keys, key)
}
