import { NumberedList } from '@/components/ui/numbers'

/** What to look at when a property does not show, in the notice's order. */
export function DeedGuidance({ countyName, countyHref, desk }: { countyName: string; countyHref: string; desk: string }) {
  return (
    <>
      <NumberedList
        items={[
          { title: '入学区县选对了吗', text: `现在选的是${countyName}。房产在别的区县，要选那个区县。` },
          { title: '用途是不是「住宅」', text: '商铺、办公、车位等不能用来入学。' },
          { title: '老产证，或产权人信息不对', text: '到自然资源局更新房产证或产权人信息。更新好了，点「重新查询」就能继续。' },
          { title: '更新不了', text: `请自然资源局开具不动产查询证明；产权身份信息与户籍身份信息不一致的，开具相关证明。然后带到${desk}线下核验。` },
        ]}
      />
      <p className="text-sm"><a href={countyHref}>修改入学区县</a></p>
    </>
  )
}

type UnmatchedProps = {
  desk: string
  /** the address is right and fits two rows: nothing is there to be renewed */
  ambiguous: boolean
  /** the words on the button of this page that asks again */
  again: string
}

/** 「房产信息待匹配」. */
export function UnmatchedGuidance({ desk, ambiguous, again }: UnmatchedProps) {
  return (
    <p className="mt-2 text-sm">
      <b className="block">怎么办</b>
      {ambiguous
        ? `带上不动产权证或购房合同，到${desk}，由区县核对属于哪所学校。有派出所开的新旧地址证明的，也带上。`
        : `到自然资源局更新房产地址，然后点「${again}」。更新不了的，带上辖区派出所开的新旧地址证明，到${desk}办理。`}
    </p>
  )
}
