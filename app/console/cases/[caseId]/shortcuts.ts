/** What a key stands for on a case; of letters the small ones mean the same. */
const KEYS = {
  ArrowLeft: 'before',
  ArrowRight: 'after',
  '+': 'larger',
  '=': 'larger',
  '-': 'smaller',
  r: 'turn',
  f: 'full-screen',
  a: 'approve',
  d: 'refuse',
  m: 'want',
} as const
export type CaseDeed = (typeof KEYS)[keyof typeof KEYS]

/** `button`: what on the page has the key as its `data-key`. */
export type Pressed = { deed: CaseDeed } | { tick: number } | { button: string } | 'leave-field'

const TYPING = 'textarea, select, input:not([type="checkbox"], [type="radio"])'

/**
 * What a key press means here; null where it is the browser's, or somebody is typing. While typing only Ctrl+Enter sends, and
 * Esc leaves the field, so that what was typed is not lost by one key.
 */
export function readKey(event: Pick<KeyboardEvent, 'key' | 'ctrlKey' | 'metaKey' | 'altKey' | 'target' | 'isComposing'>): Pressed | null {
  const { key, ctrlKey, metaKey, altKey, target, isComposing } = event
  if (isComposing || altKey) return null
  if (key === 'Enter') return ctrlKey || metaKey ? { button: 'control+enter' } : null
  if (ctrlKey || metaKey) return null
  const typing = target instanceof Element && target.closest(TYPING) !== null
  if (typing) return key === 'Escape' ? 'leave-field' : null
  if (/^[1-9]$/.test(key)) return { tick: Number(key) - 1 }
  if (key === 'Escape') return { button: 'escape' }
  // The choice between verdicts has its own arrows.
  if (key.startsWith('Arrow') && target instanceof HTMLInputElement && target.type === 'radio') return null
  const known = key.length === 1 ? key.toLowerCase() : key
  if (isKnown(known)) return { deed: KEYS[known] }
  return /^[a-z]$/.test(known) ? { button: known } : null
}

function isKnown(key: string): key is keyof typeof KEYS {
  return Object.hasOwn(KEYS, key)
}
