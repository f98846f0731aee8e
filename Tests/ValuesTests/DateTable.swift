/// Expressions of time with what they mean in a text that was written on Wednesday, 27 August 2025.
///
/// One case a line: the text with every date in square brackets, then the values in order. A value is
/// a day, or the first and last day, with its precision where that is not a day; `?` where the text
/// does not tell. Nothing outside the brackets may be found.
let dateTable = """
  # Days
  They met on [27 August 2025]. | 2025-08-27
  They met on [August 27, 2025], in Tokyo. | 2025-08-27
  They met on [Aug. 27, 2025]. | 2025-08-27
  They met on [27 Aug 2025]. | 2025-08-27
  They met on [27th August 2025]. | 2025-08-27
  They met on [the 27th of August 2025]. | 2025-08-27
  They met on [August 27th, 2025]. | 2025-08-27
  They met on [Wednesday, August 27, 2025]. | 2025-08-27
  They met on [Thursday 12 June 2025]. | 2025-06-12
  They met on [Friday, June 3, 2022]. | 2022-06-03
  They met on [Sept. 11, 2001]. | 2001-09-11
  They met on [4 July 1776]. | 1776-07-04
  They met on [29 February 2024]. | 2024-02-29
  Filed [2025-08-27] at noon. | 2025-08-27
  Filed [2025/08/27] at noon. | 2025-08-27
  Filed [27/08/2025] at noon. | 2025-08-27
  Filed [08/27/2025] at noon. | 2025-08-27
  Filed [08/08/2025] at noon. | 2025-08-08
  Filed [05/06/2025] at noon. | ? day
  Filed [27.08.2025] at noon. | 2025-08-27
  Filed [1.9.2025] at noon. | 2025-09-01
  Filed [2025-08-27]T10:15:00Z and closed. | 2025-08-27
  They met on [August 23]. | 2025-08-23 month-day
  They met on [23 August]. | 2025-08-23 month-day
  They will meet on [January 5]. | 2026-01-05 month-day
  The [July 4] parade was loud. | 2025-07-04 month-day
  They met on [the 3rd of May]. | 2025-05-03 month-day
  [Christmas 2024] was cold. | 2024-12-25
  They met on [New Year's Day 2025]. | 2025-01-01
  They met on [New Year’s Eve 2024]. | 2024-12-31

  # Days in other languages
  Am [27. August 2025] in Berlin. | 2025-08-27
  Am [3. Oktober 1990] in Berlin. | 1990-10-03
  Le [27 août 2025] à Paris. | 2025-08-27
  Le [1er septembre 2025] à Paris. | 2025-09-01
  El [27 de agosto de 2025] en Madrid. | 2025-08-27
  O dia [25 de abril de 1974] em Lisboa. | 1974-04-25
  Il [2 giugno 1946] a Roma. | 1946-06-02
  Op [5 mei 1945] in Wageningen. | 1945-05-05
  Dnia [27 sierpnia 2025] w Warszawie. | 2025-08-27
  Den [17 maj 1814] i Eidsvoll. | 1814-05-17
  Im [Oktober 2023] in Berlin. | 2023-10-01..2023-10-31 month
  En [février 2022] à Paris. | 2022-02-01..2022-02-28 month
  En [marzo de 2020] en Madrid. | 2020-03-01..2020-03-31 month
  [2025年8月27日]に会った。 | 2025-08-27
  [2025年8月]に会った。 | 2025-08-01..2025-08-31 month
  [2025年]に会った。 | 2025-01-01..2025-12-31 year
  [8月23日]に会った。 | 2025-08-23 month-day
  [2025년 8월 27일] 서울에서 만났다. | 2025-08-27
  [2025년 8월] 서울에서 만났다. | 2025-08-01..2025-08-31 month
  [8월 23일] 서울에서 만났다. | 2025-08-23 month-day

  # Months, quarters, seasons, years
  It began in [August 2025]. | 2025-08-01..2025-08-31 month
  It began in [August of 2025]. | 2025-08-01..2025-08-31 month
  It began in [February 2024]. | 2024-02-01..2024-02-29 month
  It began in [Dec. 1941]. | 1941-12-01..1941-12-31 month
  It began in [March]. | 2025-03-01..2025-03-31 month
  It began in [May] of that war. | 2025-05-01..2025-05-31 month
  Profits fell in [Q3 2025]. | 2025-07-01..2025-09-30 quarter
  Profits fell in [Q1 of 2024]. | 2024-01-01..2024-03-31 quarter
  Profits fell in [H1 2024]. | 2024-01-01..2024-06-30 range
  Profits fell in [the first quarter of 2025]. | 2025-01-01..2025-03-31 quarter
  Profits fell in [the fourth quarter of 2023]. | 2023-10-01..2023-12-31 quarter
  Profits fell in [the last quarter of 2024]. | 2024-10-01..2024-12-31 quarter
  Profits fell in [the third quarter]. | 2025-07-01..2025-09-30 quarter
  Profits fell in [the first half of 2025]. | 2025-01-01..2025-06-30 range
  Profits fell in [the second half of 2024]. | 2024-07-01..2024-12-31 range
  It began in [spring 2024]. | 2024-03-01..2024-05-31 range
  It began in [the summer of 1914]. | 1914-06-01..1914-08-31 range
  It began in [autumn 2023]. | 2023-09-01..2023-11-30 range
  It began in [the winter of 2022]. | 2022-12-01..2023-02-28 range
  It began in [2022]. | 2022-01-01..2022-12-31 year
  It began in [1789]. | 1789-01-01..1789-12-31 year
  It began in [the year 2000]. | 2000-01-01..2000-12-31 year
  Spending rose in [fiscal year 2024]. | 2024-01-01..2024-12-31 year
  Spending rose in [fiscal 2023]. | 2023-01-01..2023-12-31 year
  Spending rose in [FY2024]. | 2024-01-01..2024-12-31 year
  Spending rose in [FY24]. | 2024-01-01..2024-12-31 year

  # Decades and centuries
  It grew in [the 1990s]. | 1990-01-01..1999-12-31 decade
  It grew in [the 2010s]. | 2010-01-01..2019-12-31 decade
  It grew in [the 1980's]. | 1980-01-01..1989-12-31 decade
  It grew in [the '90s]. | 1990-01-01..1999-12-31 decade
  It grew in [the ’60s]. | 1960-01-01..1969-12-31 decade
  It grew in [the nineties]. | 1990-01-01..1999-12-31 decade
  It grew in [the late 1990s]. | 1996-09-01..1999-12-31 range
  It grew in [the early 2000s]. | 2000-01-01..2003-05-01 range
  It grew in [the mid-1980s]. | 1983-05-02..1986-09-01 range
  It grew in [the 21st century]. | 2001-01-01..2100-12-31 range
  It grew in [the 19th century]. | 1801-01-01..1900-12-31 range
  It grew in [the twentieth century]. | 1901-01-01..2000-12-31 range
  It grew in [the twenty-first century]. | 2001-01-01..2100-12-31 range

  # Ranges
  They met on [5–7 March 2025]. | 2025-03-05..2025-03-07 range
  They met on [March 5-7, 2025]. | 2025-03-05..2025-03-07 range
  They met on [12 and 13 June 2024]. | 2024-06-12..2024-06-13 range
  They met on [Aug. 27–29]. | 2025-08-27..2025-08-29 range
  They met on [5 to 7 March 2025]. | 2025-03-05..2025-03-07 range
  It fell in [2019–20]. | 2019-01-01..2020-12-31 range
  It fell in [2019-2021]. | 2019-01-01..2021-12-31 range
  It fell in [2008/09]. | 2008-01-01..2009-12-31 range
  It fell in [1999-00]. | 1999-01-01..2000-12-31 range
  It fell between [2019] and [2021]. | 2019-01-01..2019-12-31 year; 2021-01-01..2021-12-31 year
  It fell from [March 2020] to [June 2021]. | 2020-03-01..2020-03-31 month; 2021-06-01..2021-06-30 month

  # Parts
  It is due by [the end of March]. | 2025-03-31
  It is due by [the end of 2026]. | 2026-12-31
  It is due by [the end of the year]. | 2025-12-31
  It was due at [the beginning of 2024]. | 2024-01-01
  It was due in [the middle of 2024]. | 2024-05-02..2024-08-31 range
  It was due in [early 2024]. | 2024-01-01..2024-05-01 range
  It was due in [mid-2024]. | 2024-05-02..2024-08-31 range
  It was due in [late 2024]. | 2024-09-01..2024-12-31 range
  It was due in [mid-March]. | 2025-03-11..2025-03-21 range
  It was due in [late March 2024]. | 2024-03-22..2024-03-31 range
  It was due in [the first nine months of 2024]. | 2024-01-01..2024-09-30 range
  It was due in [the last three months of 2024]. | 2024-10-01..2024-12-31 range
  It was due on [the first day of 2025]. | 2025-01-01
  It was due on [the last day of 2024]. | 2024-12-31
  It was due in [the third week of August 2025]. | 2025-08-15..2025-08-21 week

  # Told from the date of the text
  It happened [today]. | 2025-08-27
  It happened [yesterday]. | 2025-08-26
  It happens [tomorrow]. | 2025-08-28
  It happened [the day before yesterday]. | 2025-08-25
  It happens [the day after tomorrow]. | 2025-08-29
  It happened [last night]. | 2025-08-26
  It happened [this morning]. | 2025-08-27
  It happened on [Monday]. | 2025-08-25
  It happened on [Friday]. | 2025-08-22
  It happened on [Wednesday]. | 2025-08-27
  It happened on [Tuesday morning]. | 2025-08-26
  It happened [last Friday]. | 2025-08-22
  It happened [last Wednesday]. | 2025-08-20
  It happens [this Friday]. | 2025-08-29
  It happens [next Monday]. | 2025-09-01
  It happened [last week]. | 2025-08-18..2025-08-24 week
  It happens [this week]. | 2025-08-25..2025-08-31 week
  It happens [next week]. | 2025-09-01..2025-09-07 week
  It happened [last weekend]. | 2025-08-23..2025-08-24 range
  It happens [this weekend]. | 2025-08-30..2025-08-31 range
  It happened [last month]. | 2025-07-01..2025-07-31 month
  It happens [next month]. | 2025-09-01..2025-09-30 month
  It happened [last quarter]. | 2025-04-01..2025-06-30 quarter
  It happened [last year]. | 2024-01-01..2024-12-31 year
  It happens [this year]. | 2025-01-01..2025-12-31 year
  It happens [next year]. | 2026-01-01..2026-12-31 year
  It happened [last August]. | 2024-08-01..2024-08-31 month
  It happened [last December]. | 2024-12-01..2024-12-31 month
  It happens [next March]. | 2026-03-01..2026-03-31 month
  It happens [this September]. | 2025-09-01..2025-09-30 month
  It happened [last spring]. | 2025-03-01..2025-05-31 range
  It happens [next winter]. | 2025-12-01..2026-02-28 range
  It happened [late last year]. | 2024-09-01..2024-12-31 range
  It happens [early next year]. | 2026-01-01..2026-05-01 range
  It happened [earlier this year]. | 2025-01-01..2025-12-31 year
  It happens [later this month]. | 2025-08-01..2025-08-31 month
  It happened [two years ago]. | 2023-01-01..2023-12-31 year
  It happened [five days ago]. | 2025-08-22
  It happened [three weeks ago]. | 2025-08-04..2025-08-10 week
  It happened [six months ago]. | 2025-02-01..2025-02-28 month
  It happened [a decade ago]. | 2015-01-01..2015-12-31 year
  It happened [a century ago]. | 1925-01-01..1925-12-31 year
  It grew over [the past two years]. | 2023-08-27..2025-08-27 range
  It grew over [the past decade]. | 2015-08-27..2025-08-27 range
  It grew over [the last 30 days]. | 2025-07-28..2025-08-27 range
  It grows over [the next five years]. | 2025-08-27..2030-08-27 range
  It grows over [the next 18 months]. | 2025-08-27..2027-02-27 range
  It grew in [recent years]. | ? range
  It grew [several decades ago]. | ? decade

  # No dates
  May I ask why they march in fall? |
  On second thought, they may spring a leak. |
  The attacks of 9/11 changed them. |
  Read the Sun, or spring for the Times. |
  """
