/** How to verify, in the notice's order and words. */
export const VERIFYING = [
  { title: '下载并登录', text: '在手机应用商城下载「昌通码」，点击「去登录」，绑定手机号。' },
  { title: '个人中心，点「去认证」', text: '输入真实姓名和身份证号。' },
  { title: '扫脸认证', text: '显示「认证成功」，就可以回来登录了。' },
]

type SignInNotice = { kind: 'info' | 'neutral'; title: string; text: string }

/** What stands above the sign-in: why a person is here again. Null when they simply came. */
export function signInNotice(query: Record<string, string | string[] | undefined>): SignInNotice | null {
  if (query.expired) return { kind: 'info', title: '太久没有操作，已经自动退出', text: '保存过的都还在。重新登录，就回到刚才的那一页。' }
  if (query.out) return { kind: 'neutral', title: '已经退出', text: '换一位监护人办理，请用他自己的昌通码登录。' }
  if (query.error === 'limit') return { kind: 'neutral', title: '登录太频繁，请稍后再试', text: '过几分钟再点一次。' }
  if (query.error) return { kind: 'neutral', title: '没有完成登录', text: '可能是在昌通码里取消了，或者等得太久。请再登录一次；一直不行，请打学校的电话。' }
  return null
}

/** In the browser of an officer whose act for a guardian is over, because the officer's own session is. */
export const DESK_ENDED = {
  title: '窗口代办已经结束',
  text: '您的工作账号退出了，或者太久没有操作。已经保存的都还在，请重新登录工作台，再为这位监护人开始代办。',
  link: '登录工作台',
} as const
