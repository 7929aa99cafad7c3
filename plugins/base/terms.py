"""The words of the program that stand in a problem as values, in both languages."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType
from typing import Final

from msgspec import Struct


class Term(Struct, frozen=True):
    """One word or phrase."""

    vi: str
    en: str


# The values of a problem that are looked up here; all others are what an editor wrote.
TRANSLATED: Final = frozenset({"expected", "kind", "reason"})

# Numbers, whose decimals stand behind a comma in Vietnamese.
DECIMAL: Final = frozenset({"size", "ratio"})

TERMS: Final[Mapping[str, Term]] = MappingProxyType(
    {
        # What a field wants
        "text": Term("chữ", "text"),
        "list": Term("danh sách, ví dụ [một, hai]", "a list such as [one, two]"),
        "fields": Term("các dòng 'trường: giá trị'", "lines of 'field: value'"),
        "flag": Term("true hoặc false", "true or false"),
        "number": Term("số", "number"),
        "percent": Term("số phần trăm", "percentage"),
        "date": Term("ngày", "date"),
        "year": Term("năm", "year"),
        # What a table has too many of
        "cells": Term("ô", "cells"),
        "columns": Term("cột", "columns"),
        # Why YAML cannot be read
        "colon": Term("thừa một dấu hai chấm", "there is a colon too many"),
        "no-colon": Term("thiếu dấu hai chấm sau tên trường", "a field has no colon"),
        "glued": Term("thiếu dấu cách sau dấu hai chấm", "a colon has no space after it"),
        "sign": Term(
            "giá trị mở đầu bằng dấu riêng của YAML như [, {, -, @",
            "a value begins with a sign of YAML such as [, {, - or @",
        ),
        "too-far": Term(
            "dòng này thụt vào nhiều hơn các dòng cùng cấp",
            "this line is indented more than those of its level",
        ),
        "tab": Term("có dấu Tab ở đầu dòng", "there is a tab in the indent"),
        "after-quote": Term("có chữ sau dấu nháy đóng", "there are words behind the closing quote"),
        "open": Term("có nháy hoặc ngoặc mở mà không đóng", "a quote or bracket is not closed"),
        "indent": Term("phần thụt đầu dòng không thẳng hàng", "the indents do not agree"),
        "escape": Term("dấu \\ trong nháy kép viết sai", "a \\ in double quotes is wrong"),
        "key": Term("tên trường không phải là chữ", "the name of a field is not a word"),
        "document": Term("có hơn một phần YAML", "there is more than one part"),
        "structure": Term("không hiểu được dòng này", "this line cannot be understood"),
        # Why a file cannot be read
        "folder": Term("đây là thư mục, không phải tệp", "it is a folder and no file"),
        "missing": Term("không có tệp này", "there is no such file"),
        "denied": Term("không có quyền đọc", "reading is not permitted"),
        "broken": Term("hệ thống báo lỗi", "the system reports a fault"),
        # What spam is about, or how it betrays itself
        "spam-gambling": Term("cờ bạc, cá cược", "gambling"),
        "spam-lottery": Term("lô đề, soi cầu", "lottery tips"),
        "spam-adult": Term("khiêu dâm, mại dâm, thuốc kích dục", "adult"),
        "spam-loan": Term("cho vay nóng", "loans"),
        "spam-papers": Term("giấy tờ giả", "forged papers"),
        "spam-trade": Term("rao bán, mồi chài", "selling"),
        "spam-brand": Term("tên trang cá cược", "the name of a betting site"),
        "spam-foreign": Term("chữ viết nước ngoài hoặc ngoặc 【】", "foreign letters or brackets"),
        "spam-stuffing": Term("lặp từ khóa", "stuffing with keywords"),
        "spam-gibberish": Term("chữ vô nghĩa, không ai viết", "words that nobody writes"),
        "spam-many": Term("quá nhiều câu phải xem riêng", "too many sentences to look at"),
        "spam-hidden": Term("mã giấu chữ", "markup that hides text"),
        "spam-address": Term("địa chỉ trang rác", "an address of a spam site"),
        "spam-disguised": Term("chữ bị ngụy trang", "words in disguise"),
        "spam-wording": Term("giọng mời chào của trang rác", "the wording of spam"),
        # Why a picture cannot be shown
        "picture-cut": Term("thiếu phần cuối", "its end is missing"),
        "picture-parts": Term(
            "các khối dữ liệu sai cấu trúc", "its blocks of data are in disorder"
        ),
        "picture-pixels": Term("không đọc được các điểm ảnh", "its pixels cannot be read"),
        "picture-sequence": Term("AVIF động không dùng được", "animated AVIF is not supported"),
        "picture-scans": Term("có quá nhiều lượt quét", "it has too many scans"),
    }
)
