import { dayAndTime } from './time'

/** Who acted at the desk, on a receipt; after the close two did. */
export function assistedWords(officer: string, approvedBy: string | undefined): string {
  return approvedBy ? `采集截止以后由区县窗口办完，办理${officer}，复核${approvedBy}` : `由窗口工作人员${officer}代办`
}

/** As of when a registration is judged that is completed after the close. */
export function judgedWords(at: number): string {
  return `以提交材料的 ${dayAndTime(at)} 为准`
}

/** Over every page while an officer acts for a guardian. */
export const ASSISTING = {
  title: '窗口代办',
  who: (officer: string, guardian: string) => `${officer} 为 ${guardian} 办理`,
  mark: '填写和提交都记在这位工作人员名下',
  completion: (at: number) => `采集已经截止，${judgedWords(at)}，提交以后由另一位工作人员复核`,
  end: '结束代办',
} as const
