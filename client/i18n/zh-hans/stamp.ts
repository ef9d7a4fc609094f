import type { Texts } from '../en/messages.ts'
import type { stamp as english } from '../en/stamp.ts'

export const stamp: Texts<typeof english> = {
  stamp: {
    given: '时间戳：{{at}}，由{{authority}}出具。',
    trust: '其签名与其中的证书相符；该证书是否确属该机构，须由使用者核对。',
    download: '{{id}}的时间戳',
    none: '无时间戳。',
    failed: '无时间戳：{{url}}{{reason}}（{{detail}}）。',
    ask: '向{{host}}申请时间戳',
    asking: '正在申请…',
    sends: '封存后，其哈希值将发送至{{url}}以取得时间戳。',
  },
  stampReasons: {
    unreachable: '无法连接',
    late: '未及时答复',
    answered: '答复了其他内容',
    large: '答复过长',
    unreadable: '的答复无法读取',
    rejected: '予以拒绝',
    unsound: '出具的时间戳不成立',
  },
}
