"""The files `brochure new` writes: the least that builds, with notes of what belongs where."""

from __future__ import annotations

from collections.abc import Mapping

from brochure.source.edits import scalar

EMPTY_LISTS: Mapping[str, str] = {
    "people": "冊子に名の出る人。",
    "organisations": "交流に関わる自治体・港・団体。",
    "places": "交流の場になったところ。",
    "pictures": "写真。使う許しを得たものだけを書きます。",
}
"""The lists a new project begins with, each with its note."""


def _line(folder: str, kind: str) -> str:
    return f"# yaml-language-server: $schema={folder}schemas/{kind}.json\n"


def empty_list(kind: str) -> str:
    """A list without records."""
    return f"{_line('../', kind)}# {EMPTY_LISTS[kind]}\n{kind}: []\n"


def city(name: str, title: str) -> str:
    """A city of which nothing but the name is known yet."""
    words = scalar(title, is_in_brackets=True)
    return f"""{_line("../../", "cities")}# {title}。queries は印刷されません。
id: {scalar(name)}
country: japan
name: {{ja: {words}, zh_CN: {words}, zh_TW: {words}}}
# reading: よみがな
# population: {{value: 0, as_of: 2025}}
# area_km2: {{value: 0, as_of: 2025}}
# location: {{longitude: 141.0, latitude: 43.0}}
lead: |-
  ここに、まちの紹介を三、四行で書きます。海や山、港、名物など、はじめて訪れる人に最初に伝えたいことから始めます。
sections:
  - id: first
    title: 話題の見出し
    text: |-
      ここに、話題ごとの文を書きます。一つの話題は百五十字から二百字ほど、二つか三つ並べると、ページが落ち着きます。

      段落のあいだは一行あけます。資料で確かめられたことだけを書き、わからないことは、
      この下に queries として残しておきます。

      人口や面積には、いつの数字かを添えます。人の名前や所属は、ご本人か公の資料で確かめてから書きます。
      写真は pictures.yaml に載せ、版のページに picture と書くと、絵のかわりに入ります。

      書きおえたら make_pdf.py check で全体を確かめ、make_pdf.py build で冊子にします。
      文が長すぎるときは何字けずるか、短すぎるときは何字ほど書き足すかを、そのつどお知らせします。
      一度に書きあげなくてかまいません。一行ずつ確かめながら、育ててください。
queries:
  - id: q01
    about: name
    text: 中国語での表記（zh_CN、zh_TW）を確かめる。
"""


def story(name: str, title: str) -> str:
    """A story of one paragraph."""
    return f"""{_line("../../", "stories")}# {title}
id: {scalar(name)}
title: {scalar(title)}
lead: ここに、書き出しの一、二行を書きます。
text: |-
  ここに本文を書きます。段落のあいだは一行あけます。
"""


def edition(name: str, title: str, city: str, date: str) -> str:
    """An edition of two pages, a cover and the profile of a city, in Japanese."""
    return f"""{_line("../../", "editions")}# 冊子の注文書。並べた順がページの順です。
id: {scalar(name)}
title: {scalar(title)}
size: a4
binding: single-sheet
languages: [ja]
media: [screen, press]
theme: harbour
date: {date}
is_sample: true
pages:
  - id: cover
    type: cover
    title: {scalar(title)}
  - id: city
    type: city-profile
    title: まちの紹介
    city: {scalar(city)}
    pages: 1
"""
