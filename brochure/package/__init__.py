"""The job package (入稿データ一式): the files a printing house is sent, and the sheets that go with them."""
