import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { z } from 'zod'
import { Help } from '@/components/layout/help'
import { Page } from '@/components/layout/page'
import { RowLink } from '@/components/ui/row-link'
import { ADDRESS_CHECK } from '@/lib/copy/address-check'
import { listPublishedSeasons } from '@/lib/data/seasons'
import { paths } from '@/lib/paths'
import { AddressForm } from './address-form'

export const metadata: Metadata = { title: ADDRESS_CHECK.name }

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> }

/** Which school an address belongs to, for anybody, before the season and during it. */
export default async function AddressesPage({ searchParams }: Props) {
  const [seasons, query] = await Promise.all([listPublishedSeasons(), searchParams])
  const county = z.string().optional().catch(undefined).parse(query.county) ?? seasons[0]?.county
  const published = seasons.find((one) => one.county === county)
  if (!published) notFound()
  const { settings, schools } = published.season
  return (
    <Page title={ADDRESS_CHECK.name} lead={`${settings.countyName}${settings.year}年的学区划分。${ADDRESS_CHECK.lead}`} back={`${paths.home}?county=${published.county}`}>
      <AddressForm key={published.county} county={published.county} />
      {seasons.filter((one) => one !== published).map((other) => (
        <RowLink key={other.county} href={`${paths.addressCheck}?county=${other.county}`}>{`查${other.season.settings.countyName}的学校`}</RowLink>
      ))}
      <Help schools={schools} desk={settings.help.desk} hours={settings.help.hours} lead="查不到或者有疑问，打学校的电话。" />
    </Page>
  )
}
