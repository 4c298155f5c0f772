"""The grammar of time expressions, level by level: words and figures, lengths, relations, parts, and how they join.

A level reduces phrases to single atoms, and the next builds on those. Within a level the longer pattern stands first.
Conventions of extent and value are those of TimeML's TIMEX3 as annotated in TempEval-3: no preposition, the article
inside.
"""

from __future__ import annotations

from functools import cache

from pipeline.dates import clock as t
from pipeline.dates import composition as c
from pipeline.dates import counted as k
from pipeline.dates import figures as f
from pipeline.dates import numbers as n
from pipeline.dates import periods as p
from pipeline.dates import sets as e
from pipeline.dates import spans as s
from pipeline.dates import vague as v
from pipeline.dates import weeks as w
from pipeline.dates import years as y
from pipeline.dates.patterns import Level, Rule

AMOUNTS = (
    Rule("{about}? {y=any_figure} {joint=joint} {y2=any_figure} {era=era}", y.era_years),
    Rule("{about}? {y=any_figure} {era=era}", y.era_year),
    Rule("{era=era} {y=any_figure}", y.year_of_our_lord),
    Rule("{n=number} (?:{dash}? {and}? {number})* {dash}? {and} {dash}? {a}? {dash}? {half=half}", n.amount),
    Rule("{n=figure} {dash}? {over=day} {slash} {under=day}", n.figure_and_fraction),
    Rule("{number} (?:{dash}? {number} | {and} {number})+", n.year_in_words),
    Rule("{number} (?:{dash}? {number} | {and} {number})*", n.amount),
    Rule("{number} (?:{dash}? {number})*", n.amount),
    Rule("{n=day} {and} {a}? {half}", n.figure_and_half),
    Rule("{a}? {couple} {of}?", n.couple),
    Rule("{a} {few} | {several} | {some} | (?<!{as}){many} | {few}", n.unknown_amount),
)
DATES = (
    Rule("{x=iso}", f.iso),
    Rule("{x=numeric}", f.numeric),
    Rule(
        "{the}? {d=day_any} {joint=joint} {the}? {d2=day_any} {of}? {m=month_any} {comma}? {of}? {y=full_year}", f.days
    ),
    Rule("{the}? {d=day_any} {joint=joint} {the}? {d2=day_any} {of}? {m=month_any}", f.days),
    Rule("{m=month_any} {d=day_any} {joint=joint} {the}? {d2=day_any} {comma}? {y=full_year}", f.days),
    Rule("{m=month_any} {d=day_any} {joint=joint} {the}? {d2=day_any} (?!{unit_any}|{month_any}|{dash})", f.days),
    Rule(
        "(?:{w=weekday_any} {comma}?)? {article=the}? {m=month_any} {the}? {d=day_any} {comma}? {of}? {y=year_any}",
        f.day,
    ),
    Rule("(?:{w=weekday_any} {comma}?)? {the}? {d=day_any} {of}? {m=month_any} {comma}? {of}? {y=year_any}", f.day),
    Rule("{the}? {m1=month_any} {joint} {m=month_any} {dash}? {u=unit}", p.quarter_of_months),
    Rule("{m1=month_any} {joint} {m=month_any} {comma}? {of}? {y=full_year}", f.months),
    Rule("(?:{w=weekday_any} {comma}?)? {article=the}? {m=month_any} {the}? {d=day_any}", f.day),
    Rule("(?:{w=weekday_any} {comma}?)? {the}? {d=day_any} {of}? {m=month_any}", f.day),
    Rule("{m=month_any} {comma}? {of}? {y=full_year}", f.month),
    Rule("{m=month_any} {of}? {y=short_year}", f.month),
    Rule("{m=month}", f.bare_month),
    Rule("{h=holiday} {comma}? {of}? {y=full_year}", f.feast),
    Rule("{h=holiday}", f.feast),
    Rule("{w=weekday}", f.weekday),
    Rule("(?<={on}){w=weekday_abbreviation}", f.weekday),
    Rule("{w=weekdays}", e.weekdays),
    Rule("{x=deictic}", f.deictic),
    Rule("{article=the}? {e=decade_figures} {era=era}?", y.decade),
    Rule("{article=the} {e=decade_word}", y.decade),
    Rule("{the}? {o=ordinal_any} {dash}? {u=unit} {era=era}?", y.century),
    Rule("{the}? {o=ordinal_any} {joint=joint} {the}? {o2=ordinal_any} {u=units} {era=era}?", y.centuries),
    Rule("{the}? {s=season_any} {comma}? {of}? {y=year_any} (?:{dash} {day})?", f.season),
    Rule("{y=year} {s=season_any}", f.season),
    Rule("{the}? {s=season}", f.bare_season),
    Rule("{q=quarter} {comma}? {of}? {y=full_year}", f.quarter),
    Rule("{y=full_year} {dash}? {q=quarter}", f.quarter),
    Rule("{q=quarter}", f.quarter),
    Rule("{x=fiscal_year}", y.fiscal_year),
    Rule("{fiscal} {unit}? {y=full_year}", y.fiscal_year),
    Rule("{the}? {y=year} {fiscal} {unit}", y.fiscal_year),
    Rule("{y=year} {dash} {y2=figure}", y.years),
    Rule("{y=ERA_YEAR}", y.whole_year),
    Rule("{y=short_year}", y.short_year),
    Rule("{the}? {of_years} {y=year} {dash} {y2=figure}", y.years),
    Rule("{the}? {of_years} {y=year}", y.whole_year),
    Rule("{y=year} (?!{dash}?{unit}|{dash}?{units}|{month_any}|{half_day}|{zone})", y.year),
    Rule("(?<={on_since}){the} {d=day_ordinal} (?!{dash}|{of})", f.day_only),
    Rule("{c=clock}", t.running_time),
    Rule("{about=about}? {c=clock} {hours}? {half=half_day}? {z=zone}?", t.clock),
    Rule("{about=about}? {c=day} {half=half_day} {z=zone}?", t.clock),
    Rule("{about=about}? {c=four_figures} {z=zone}", t.clock),
    Rule("{about=about}? {c=clock_word}", t.clock),
    Rule("{about=about}? {c=day} {oclock}", t.clock),
)
HEDGE = """(?: {at} {least} | {at} {more} | {no} {more} {than} | {no} {less} {than} | {as} {many_much} {as} | {up} {to}
    | {another} | {a} {extra} | {just}? {more} {than}? | {just}? {less} {than}? | {about} )?"""
SPANS = (
    Rule("{as} {many} {u=units}", s.no_length),
    Rule("{n=how_many} {dash}? {u=unit_any} (?: {dash}? {old} | {of} {age} )", s.no_length),
    Rule(
        f"{HEDGE} {{n=how_many}} {{joint=joint}} {{n2=how_many}} {{dash}}? {{sort}}? {{dash}}? {{u=of_years}}",
        s.two_spans,
    ),
    Rule(
        f"{HEDGE} {{n=how_many}} {{dash}}? {{consecutive}}? {{dash}}? {{u=unit_any}} {{and}} {{a}} {{and_half=half}}",
        s.span,
    ),
    Rule(f"{HEDGE} {{one=a}} {{u=unit}} {{and}} {{a}} {{and_half=half}}", s.span),
    Rule(f"{HEDGE} {{a}}? {{half=half}} {{dash}}? {{a}}? {{u=unit}}", s.span),
    Rule(f"{HEDGE} {{a}} {{n=figure}} {{u=unit}}", s.span),
    Rule(f"{HEDGE} {{n=how_many}} {{dash}}? {{sort}}? {{dash}}? {{u=unit_any}} (?:{{dash}}? {{long}})?", s.span),
    Rule(f"{HEDGE} {{a}} {{quarter=unit}} {{dash}}? {{u=unit}}", s.quarter_century),
    Rule(f"{HEDGE} {{one=one}} {{whole_extra}}? {{u=unit}} (?!{{dash}}{{compounding}})", s.span),
    Rule("{u=unit} {dash} {long} | {u2=lasting}", s.unit_long),
    Rule("{u=units} (?:{dash} {long})?", s.bare_units),
)
RELATIONS = (
    Rule("{the} {same} {p=period} {of}? {the}? {back} {u=unit}", p.same_period),
    Rule("{the} {same} {p=period} {s=SPAN} {ago_earlier}", p.same_period),
    Rule("{the} {same} {period} {in_of} {y=YEAR}", p.same_period_of_year),
    Rule("{the}? {u=unit} {dash} {ago_earlier} {o=ordinal_any} {of_unit=unit}", p.year_ago_quarter),
    Rule("{the}? {u=unit} {dash} {ago_earlier} (?:{of_unit=unit}|{period})?", p.year_ago_period),
    Rule("(?:{the}|{its})? {rel=fiscal_relative} {fiscal} {u=unit}", p.relative_fiscal_year),
    Rule("(?:{the}|{its})? {current} {u=unit}", p.current_unit),
    Rule("(?:{the}|{its})? {latest} {u=unit}", p.latest_unit),
    Rule("{the} {fiscal}? {u=unit} (?={ended})", p.length_ended_on),
    Rule("{the} {fiscal} {u=unit}", p.the_fiscal_year),
    Rule("(?<={to}){this} {u=unit}", v.to_this_day),
    Rule("{these} {s=SPAN}", v.these_days),
    Rule("{those} {s=SPAN}", v.those_days),
    Rule("{the} {s=SPAN} (?!{dash}|{ago_earlier}|{later}|{before}|{after}|{of}{dated}|{from})", s.the_span),
    Rule("{the_that}? {same} {u=unit}", c.same_unit),
    Rule("{the=the}? {rel=relative} {p=part_of_day}", t.relative_part),
    Rule("{rel=demonstrative} {p=part_of_day}", t.relative_part),
    Rule("{the_that}? {same} {p=part_of_day}", t.same_part),
    Rule("{the} {p=part_of_day} {before} (?!{the}|{a})", t.part_before),
    Rule("{p=deictic_part}", t.tonight),
    Rule("(?:{the=the}|{this})? {rel=relative} {x=named} (?!{in_of} {MONTH})", c.relative_name),
    Rule("{rel=demonstrative} {x=named}", c.relative_name),
    Rule("{the}? {following=following} {s=SPAN}", k.coming_span),
    Rule("{the}? {ahead} {s=SPAN}", k.coming_span),
    Rule("{the=the}? {back} {s=SPAN} (?!{of} {dated})", k.past_span),
    Rule("{recent=reference} {s=SPAN}", k.past_span),
    Rule("(?:{the=the}|{this=this})? {rel=relative} {u=unit} (?!{of} {dated})", c.relative_unit),
    Rule("{rel=demonstrative} {u=unit}", c.relative_unit),
    Rule("{the} {u=unit} {before=before} {x=DAY}", c.day_neighbour),
    Rule("{the} {u=unit} {after} {x=DAY}", c.day_neighbour),
    Rule("{the} {u=unit} {before=before} (?!{relative}|{demonstrative})", c.neighbour),
    Rule("{the} {u=unit} {after} (?!{relative}|{demonstrative})", c.neighbour),
    Rule("{the} {u=unit} {previous}", c.previous_unit),
    Rule("{often} {s=SPAN} (?!{not_rate})", e.rate),
    Rule("(?<={rate}){s=SPAN} (?!{not_rate})", e.rate),
    Rule("{s=SPAN} {after} {x=DAY}", k.after_date),
    Rule("{s=SPAN} {before} {x=DAY}", k.before_date),
    Rule("{s=SPAN} {ago} {on}? {w=DAY}", w.weeks_before),
    Rule("{s=SPAN} {from} {w=DAY} (?!{to})", w.weeks_from),
    Rule("{w=DAY} {u=unit} (?!{dash}|{possessive})", w.week_after),
    Rule("{the}? {eve} {of} {x=DAY}", c.eve),
    Rule("{s=SPAN} {ago}", k.ago),
    Rule("{s=SPAN} {possessive} {time_word}", k.weeks_time),
    Rule("(?<={in}){s=SPAN} (?!{of}|{joint}|{before}|{after}|{ago_earlier})", k.within_length),
    Rule("{s=SPAN} {from} {now}", k.hence),
    Rule("{s=SPAN} {hence}", k.hence),
    Rule("{s=SPAN} {later} (?!{than})", k.later),
    Rule("{s=SPAN} {earlier_previous} (?!{than})", k.earlier),
    Rule("{every} {other} {u=unit}", e.every_other),
    Rule("{every} {other} {w=DAY}", e.every_other_day),
    Rule("{every} {s=SPAN}", e.every),
    Rule("{every} {p=part_of_day}", e.every_part),
    Rule("{every} {u=unit}", e.every_unit),
    Rule("{every} {x=named}", e.every_day),
    Rule("{per} {u=unit}", e.every_unit),
    Rule("{per} {year_word}", e.every_year),
    Rule("{f=frequency}", e.frequency),
)
PARTS = (
    Rule("{the}? {last=last} {w=DAY} {in_of} {x=MONTH}", c.nth_weekday_of),
    Rule("{the}? {o=ordinal_any} {w=DAY} {in_of} {x=MONTH}", c.nth_weekday_of),
    Rule("{the}? {o=ordinal_any} {dash}? {u=unit} {x=YEAR}", c.nth_unit_of),
    Rule("{the}? {x=YEAR} {possessive}? {o=ordinal_any} {dash}? {u=unit}", c.nth_unit_of),
    Rule("{the}? {x=YEAR} {possessive}? {o=ordinal_any} {half}", c.nth_half_of),
    Rule("{the} {outer=unit} {possessive} {o=ordinal_any} {dash}? {u=unit}", c.nth_unit_of),
    Rule("{the} {outer=unit} {possessive} {o=ordinal_any} {half}", c.nth_half_of),
    Rule("{the}? {o=ordinal_any} {u=unit} {of} {x=dated} (?!{possessive})", c.nth_unit_of),
    Rule("{the}? {last=last} {u=unit} {of} {x=dated} (?!{possessive})", c.nth_unit_of),
    Rule("{the}? {o=ordinal_any} {half} {of} {x=dated} (?!{possessive})", c.nth_half_of),
    Rule("{the}? {o=ordinal_any} {half} {of} {the} {outer=unit}", c.nth_half_of),
    Rule("{the}? {o=ordinal_any} {u=unit} {of} {the} {outer=unit}", c.nth_unit_of),
    Rule("{the}? {last=last} {u=unit} {of} {the} {outer=unit}", c.nth_unit_of),
    Rule("{the}? {ordinal_or_last} {s=SPAN} {of} {x=dated}", c.first_span_of),
    Rule("{the} {ordinal_any} {s=SPAN}", c.first_span_of),
    Rule("(?:{the}|{its})? {fiscal=fiscal}? {o=ordinal_any} {dash}? {u=unit}", p.nth_quarter),
    Rule("(?:{the}|{its})? {fiscal}? {o=ordinal_any} {dash}? {half} (?!{of})", p.nth_half),
    Rule("{m=day_or_month} {of}? {y=YEAR}", c.month_of_year),
    Rule("{w=DAY} {of} {x=WEEK} (?!{possessive})", w.day_of_week),
    Rule("{w=DAY} {comma}? {x=WEEK}", w.day_of_week),
    Rule("{the}? {u=unit} {of} {x=DAY}", w.week_of),
    Rule("{the} {u=unit} {before=before} {x=DAY}", c.day_neighbour),
    Rule("{the} {u=unit} {after} {x=DAY}", c.day_neighbour),
    Rule("{edge=stage} {in}? {the}? {p=part_of_day} {SPAN}? {of} {x=DAY}", t.part_of),
    Rule("{the}? {edge=stage}? {p=part_of_day} {SPAN}? {of} {x=DAY}", t.part_of),
    Rule("{the}? {edge=stage} {s=SPAN} {of} {x=DAY}", t.hours_of),
    Rule("{x=DAY} {edge=stage}? {p=part_of_day}", t.part_of),
    Rule("{t=CLOCK} {x=DAY}", t.clock_of_day),
    Rule("{x=DAY} {t=CLOCK}", t.clock_of_day),
    Rule("{the=the}? {p=part_of_day}", t.bare_part),
    Rule("{u=unit} {dash} {end} {y=YEAR}", p.end_of_year),
    Rule("{the}? {u=unit} (?:{dash}|{possessive}) {end}", p.year_end),
    Rule("{the} {u=unit} (?!{dash})", p.the_quarter),
    Rule("{the} {whole=whole}? {u=unit} (?!{dash})", c.the_unit),
    Rule("{r=reference}", v.by_word),
    Rule("{very}? {r=prospect} (?!{after}|{before}|{dash}|{as}|{later})", v.prospect),
    Rule("{current}", v.present),
    Rule("{at} {the} {time_word} (?!{of}|{that}|{to}|{in}|{being})", v.at_the_time),
    Rule("{now} (?!{dash})", v.present),
    Rule("{the} {time_word} {being} | {the} {moment}", v.moment),
    Rule("{the} {present} | {present_modern} {dash}? {unit}", v.present),
    Rule("(?<={at}){present} | (?<={to}){date_word}", v.present),
    Rule("{the} {past} (?!{unit_any})", v.past),
    Rule("{the}? {near}? {future}", v.future),
    Rule("{the} {near_long} {term}", v.future),
)
EDGES = (
    Rule("{the}? {very}? {edge=edge} {of} {the} {u=unit}", c.edge_of_unit),
    Rule("{the}? {very}? {edge=edge} {of} {x=dated} (?!{possessive})", c.edge_of),
    Rule("{edge=stage} {on} {x=DAY}", c.edge_of),
    Rule("{the}? {edge=stage} {dash}? {in}? {x=dated_or_time}", c.edge_of),
    Rule("{side} {in} {the} {u=unit}", c.part_of_unit),
    Rule("{earlier=earlier} {on} {x=DAY}", c.clipped),
    Rule("{earlier=earlier} {in}? {x=dated_or_time}", c.clipped),
    Rule("{later} {on} {x=DAY}", c.clipped),
    Rule("{later} {in}? {x=dated}", c.clipped),
)


@cache
def levels() -> tuple[Level, ...]:
    return tuple(Level(rules) for rules in (AMOUNTS, DATES, SPANS, RELATIONS, PARTS, EDGES))
