"""The program's own words in the table of delegations."""

from brochure.translation.labels import Label

WHEN = Label("delegations.when", "年月")
WHO = Label("delegations.who", "団の名")
LEADER = Label("delegations.leader", "団長")
SIZE = Label("delegations.size", "人数")
OUT = Label("delegations.out", "留萌から営口・中国へ")
IN = Label("delegations.in", "営口・中国から留萌へ")
NOTE = Label("delegations.note", "団長と人数は、資料にあるものだけを記しました。")

LABELS = (WHEN, WHO, LEADER, SIZE, OUT, IN, NOTE)
