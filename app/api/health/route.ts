import { isDatabaseUp } from '@/lib/data/health'

export const dynamic = 'force-dynamic'

/** 200 while the database answers, 503 while it does not: for load balancers and the start script. */
export async function GET(): Promise<Response> {
  const up = await isDatabaseUp()
  return Response.json({ database: up ? 'up' : 'down' }, { status: up ? 200 : 503, headers: { 'cache-control': 'no-store' } })
}
