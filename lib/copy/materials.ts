import { MATERIAL_LIMITS, type MaterialFault } from '@/lib/domain/material-limits'

const MOST = `${MATERIAL_LIMITS.bytes / 1024 / 1024} MB`

/** Why a file was not taken, and what to do. Read beside the file, and at the top of the page without JavaScript. */
export const MATERIAL_FAULT_WORDS = {
  MATERIAL_TOO_LARGE: { title: '这个文件太大', text: `一个文件最多 ${MOST}。请把照片拍小一点，或者分成几个文件传。` },
  MATERIAL_TOO_MANY_PIXELS: { title: '这张照片的尺寸太大', text: '请用手机的普通模式再拍一张，不要用超高像素。' },
  MATERIAL_TOO_MANY_PAGES: { title: `这个 PDF 超过 ${MATERIAL_LIMITS.pages} 页`, text: '请只传需要的那几页，或者拍成照片。' },
  MATERIAL_TYPE: { title: '这种文件不能传', text: '可以传照片（JPG、PNG、HEIC、WebP）和 PDF。' },
  MATERIAL_UNREADABLE: { title: '这个文件打不开', text: '可能没有存完整，或者加了密码。请重新拍一张，或者换一个文件。' },
  MATERIAL_MISSING: { title: '没有收到文件', text: '请先选照片，再点「上传」。' },
  MATERIAL_NOT_ASKED: { title: '这份申请不需要这种材料', text: '请按页面上列出的材料来传。' },
  TOO_MANY_MATERIALS: { title: '文件太多了', text: `一份申请最多 ${MATERIAL_LIMITS.files} 个文件。请删掉用不着的再传。` },
  TOO_MANY_UPLOADS: { title: '传得太频繁，请过一会儿再传', text: '已经传好的都在。' },
  UPLOAD_TOO_LARGE: { title: '一次传得太多', text: '请分几次传，每次少选几张。' },
  UPLOAD_CUT: { title: '传到一半断了', text: '照片还在手机里，点「重试」接着传。' },
  STORAGE_FULL: { title: '现在存不下了', text: '已经传好的都在。请过一会儿再传，或者打学校的电话。' },
  STORAGE_UNAVAILABLE: { title: '现在存不了文件', text: '已经传好的都在。请过几分钟再传。' },
} as const satisfies Record<MaterialFault, { title: string; text: string }>

/** The buttons and states of a file that is being sent or has been. */
export const MATERIAL_WORDS = {
  how: `拍清四个角，字能看清就行。照片和 PDF 都可以，每个文件不超过 ${MOST}。传好的会立即保存，断网也不用重拍。`,
  file: (place: number) => `第 ${place} 份`,
  saved: (pages: number) => (pages > 1 ? `已保存，共 ${pages} 页` : '已保存'),
  page: (page: number) => `第 ${page} 页`,
  view: '查看',
  remove: '删除',
  up: '上移',
  down: '下移',
  monthsOf: '这份包含哪几个月，请勾选',
  keepMonths: '保存月份',
  lacking: (count: number) => `还差 ${count} 份`,
  missing: (months: readonly string[]) => `还差 ${months.join('、')}`,
} as const

/** For the part that sends: it comes with the page's script, and brings no more words than these. */
export const SENDING_WORDS = {
  add: '拍照或从相册选',
  upload: '上传',
  waiting: '等待上传',
  sending: (percent: number) => `正在上传 ${percent}%`,
  working: '正在保存',
  cancel: '取消',
  retry: '重试',
  dismiss: '知道了',
  saved: '已保存',
  cut: '网络断了。照片还在手机里，点「重试」接着传。',
} as const

/** Where there is no sentence for it. */
export const SIGNED_OUT_WORDS = { title: '登录已过期', text: '已经传好的都在。先重新登录，再点「重试」。', signIn: '重新登录（在新页面打开）' } as const
