import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { Help } from '@/components/layout/help'
import { Page } from '@/components/layout/page'
import { RowLink } from '@/components/ui/row-link'
import { ADDRESS_CHECK } from '@/lib/copy/address-check'
import { requestNow } from '@/lib/auth/require-guardian'
import { seasonAsked, seasonQuery } from '@/lib/domain/season-address'
import { listSeasonsOnShow } from '@/lib/data/seasons'
import { paths } from '@/lib/paths'
import { AddressForm } from './address-form'

export const metadata: Metadata = { title: ADDRESS_CHECK.name }

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> }

/** Which school an address belongs to, for anybody, before the season and during it (R-51). */
export default async function AddressesPage({ searchParams }: Props) {
  const [now, query] = await Promise.all([requestNow(), searchParams])
  const seasons = await listSeasonsOnShow(now.season)
  const { county, year } = seasonAsked.parse(query)
  const published = seasons.find((one) => (!county || one.county === county) && (!year || String(one.year) === year))
  if (!published) notFound()
  const { settings, schools } = published.season
  return (
    <Page title={ADDRESS_CHECK.name} lead={`${settings.countyName}${settings.year}年的学区划分。${ADDRESS_CHECK.lead}`} back={`${paths.home}?${seasonQuery(published)}`}>
      <AddressForm key={published.seasonId} county={published.county} year={published.year} />
      {seasons.filter((one) => one !== published).map((other) => (
        <RowLink key={other.seasonId} href={`${paths.addressCheck}?${seasonQuery(other)}`}>{`查${other.season.settings.countyName}${other.county === published.county ? `${other.year}年` : ''}的学校`}</RowLink>
      ))}
      <Help schools={schools} desk={settings.help.desk} hours={settings.help.hours} lead="查不到或者有疑问，打学校的电话。" />
    </Page>
  )
}
