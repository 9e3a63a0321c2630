/**
 * Whether the last character of an institution's name that ends at `end` begins another word:
 * 环境保护部门, 农业局面, 银监会议, 三水市监局.
 */
export function continuesWord(text: string, end: number): boolean {
  return CONTINUATIONS[text[end - 1] ?? '']?.includes(text[end] ?? '\n') ?? false
}

const CONTINUATIONS: Readonly<Record<string, string>> = {
  部: '门队位分件署落级下属',
  局: '面限势促域',
  会: '议计员',
  委: '员托任派屈',
  办: '法公理事学',
  署: '名',
  市: '场监民容',
  县: '域级区',
  区: '域划别分间位块段',
}
