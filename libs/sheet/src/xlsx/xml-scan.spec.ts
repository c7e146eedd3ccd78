import { describe, expect, it } from '@jest/globals';
import { openScan } from './xml-scan.js';

function eventsOf(xml: string, tagsPerCall = 1_000): readonly string[] {
  const events: string[] = [];
  const scan = openScan(xml, {
    open: (name, attributes) => events.push(`<${[name, ...Object.entries(attributes).map(([key, value]) => `${key}=${value}`)].join(' ')}>`),
    close: (name) => events.push(`</${name}>`),
    text: (text) => events.push(text),
  });
  for (let calls = 0; !scan(tagsPerCall); calls += 1) if (calls > xml.length) throw new Error('no end');
  return events;
}

describe('openScan', () => {
  it.each([
    ['<a/>', ['<a>', '</a>']],
    ['<?xml version="1.0"?><!-- > --><a>1<b c="2" d=\'"3"\'/>4</a>\n', ['<a>', '1', '<b c=2 d="3">', '</b>', '4', '</a>']],
    ['<x:a x:b = "1>2"></x:a >', ['<a x:b=1>2>', '</a>']],
    ['<a b="&quot;&#10;&#xAC00;">&lt;&amp;&gt;&apos;<![CDATA[<b>&amp;]]></a>', ['<a b="\n가>', "<&>'", '<b>&amp;', '</a>']],
    ['<a __proto__="1"><__proto__ constructor="2"/></a>', ['<a>', '<__proto__ constructor=2>', '</__proto__>', '</a>']],
  ])('%s', (xml, events) => {
    expect(eventsOf(xml)).toEqual(events);
    expect(eventsOf(xml, 1)).toEqual(events);
  });

  it.each([
    '',
    'text',
    '<a>',
    '<a',
    '<a b="1',
    '<a></b>',
    '<a/><b/>',
    '<a/>text',
    '</a>',
    '< a/>',
    '<a b/>',
    '<a b=1/>',
    '<a>&b;</a>',
    '<a>& </a>',
    '<a>&#x110000;</a>',
    '<a>&amp</a>',
    '<a><!-- </a>',
    '<a><![CDATA[</a>',
    '<!DOCTYPE a><a/>',
    `${'<a>'.repeat(65)}${'</a>'.repeat(65)}`,
    `<a ${Array.from({ length: 129 }, (_, index) => `b${index}=""`).join(' ')}/>`,
  ])('refuses %s', (xml) => expect(() => eventsOf(xml)).toThrow());
});
