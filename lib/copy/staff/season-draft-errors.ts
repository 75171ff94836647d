import { SEASON_LIMITS } from '@/lib/domain/form-limits'

/** What is said of a refusal around a draft of a season, by code. */
export const SEASON_DRAFT_ERRORS = {
  DRAFT_OPEN: '这一年已经有一份草稿没有办完。请在那一份里改，或先放弃它。',
  DRAFT_NOT_EDITING: '这份草稿已经提请发布、已发布或已放弃，不能再改。',
  ROW_CHANGED: '这一行刚被别人改过或删掉，您填的没有写入，还在下面。请先看表里现在的内容，再从那一行重新打开。',
  ROW_EMPTY: '整行都是空的，没有写入。',
  CELL_TOO_LONG: `有一格太长，最多 ${SEASON_LIMITS.cell} 字。`,
  COLUMN_CHANGED: '这一列刚被别人改过，请看最新的内容。',
  SEASON_FILES_MISSING: '没有找到招生方案的文件。要有 season.json，以及 schools、catchment、categories 等表（.csv 或 .xlsx），也可以打成一个 .zip。',
  SEASON_FILE_UNKNOWN: '不认识这个文件名。表要叫 schools、catchment、categories、materials 或 reasons（.csv 或 .xlsx），其他是 season.json 和 agreement.md。',
  SEASON_ARCHIVE_UNREADABLE: '这个 .zip 打不开，可能没传完整或加了密码。请重新打包再传。',
  SEASON_ARCHIVE_TOO_LARGE: '文件太大或太多。一份招生方案不会超过 32 MB。',
  SEASON_OF_ANOTHER_COUNTY: '这是别的区县的招生方案（season.json 里的 county 不是本县），没有收下。',
} as const satisfies Record<string, string>
