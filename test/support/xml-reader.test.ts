import { expect } from 'chai'

import { readXml } from './xml-reader.ts'

describe('the reader of XML', () => {
  it('reads elements, attributes and text as any reader would', () => {
    expect(readXml('<a b="1&#10;2\n3&amp;"><c/>x&lt;</a>\n')).to.deep.equal({
      name: 'a',
      attributes: { b: '1\n2 3&' },
      children: [{ name: 'c', attributes: {}, children: [], text: '' }],
      text: 'x<',
    })
  })

  it('stops at whatever is not well-formed', () => {
    const broken = [
      '',
      '<a>',
      '</a>',
      '<a></b>',
      '<a/><b/>',
      'x<a/>',
      '<a b="<"/>',
      '<a b="1" b="2"/>',
      '<a b=1/>',
      '<a>&</a>',
      '<a>&nbsp;</a>',
      '<a>&#0;</a>',
      '<a>\u0001</a>',
      '<a>\ud800</a>',
      '<a>\uffff</a>',
      '<a><</a>',
      '<!DOCTYPE a><a/>',
    ]
    for (const xml of broken) expect(() => readXml(xml), xml).to.throw()
  })
})
