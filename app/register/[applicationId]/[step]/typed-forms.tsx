'use client'

import { lazy, type ComponentProps } from 'react'

/**
 * One route serves every step; the forms that are typed into come with the steps that have one, and with no other. Functions
 * around them, because what a server component refers to must not itself be lazy.
 */
const LazyGrandparentForm = lazy(() => import('./grandparent-form').then((module) => ({ default: module.GrandparentForm })))
const LazyNumberForm = lazy(() => import('./number-form').then((module) => ({ default: module.NumberForm })))

export function GrandparentForm(props: ComponentProps<typeof LazyGrandparentForm>) {
  return <LazyGrandparentForm {...props} />
}

export function NumberForm(props: ComponentProps<typeof LazyNumberForm>) {
  return <LazyNumberForm {...props} />
}
