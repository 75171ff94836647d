'use client'

import { lazy, type ComponentProps } from 'react'

/**
 * One route serves an appeal in all of its states: what is typed into, what sends files and what is ticked come with the
 * state that has them, and with no other (S5). Functions around them, because what a server component refers to must not
 * itself be lazy.
 */
const LazyAppealForm = lazy(() => import('./appeal-form').then((module) => ({ default: module.AppealForm })))
const LazyUploadField = lazy(() => import('@/components/forms/upload-field').then((module) => ({ default: module.UploadField })))
const LazyMonthBoxes = lazy(() => import('./month-boxes').then((module) => ({ default: module.MonthBoxes })))

export function AppealForm(props: ComponentProps<typeof LazyAppealForm>) {
  return <LazyAppealForm {...props} />
}

export function UploadField(props: ComponentProps<typeof LazyUploadField>) {
  return <LazyUploadField {...props} />
}

export function MonthBoxes(props: ComponentProps<typeof LazyMonthBoxes>) {
  return <LazyMonthBoxes {...props} />
}
